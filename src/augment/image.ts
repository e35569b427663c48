/** An 8-bit picture: rows from the top, pixels interleaved (height × width × channels), RGB or one gray channel. */
export interface Image {
  readonly data: Uint8Array;
  readonly height: number;
  readonly width: number;
  readonly channels: 1 | 3;
}

/** Class ids per pixel, height × width; geometric transforms move them with nearest-neighbour sampling and never mix them. */
export interface Mask {
  readonly data: Uint8Array;
  readonly height: number;
  readonly width: number;
}

/** The part of an image that a transform may look at when it draws its parameters. */
export interface Shape {
  readonly height: number;
  readonly width: number;
  readonly channels: 1 | 3;
}

/** A mask seen as a one-channel image, so that the same kernels move both. Shares its memory. */
export function maskAsImage({ data, height, width }: Mask): Image {
  return { data, height, width, channels: 1 };
}
