import type { Image } from '../../augment/image';

/** Vermilion and blue of M. Okabe & K. Ito's palette, told apart with every kind of colour vision. */
const speaksFor = [213, 94, 0] as const;
const speaksAgainst = [0, 114, 178] as const;
/** Cover of the colour where the map reaches the full value: something of the picture stays to be seen. */
const mostCover = 0.85;

/**
 * The picture in gray, enlarged to the map's size, with the map laid over it: vermilion where it is positive, blue where it is negative, the
 * stronger the closer to ±`full`, and nothing at 0. `map`: size × size, size a multiple of the picture's side.
 */
export function overlay(image: Image, map: Float32Array, full: number): Image {
  const size = Math.sqrt(map.length);
  const scale = size / image.width;
  const data = new Uint8Array(size * size * 3);
  for (let y = 0, i = 0; y < size; y++) {
    for (let x = 0; x < size; x++, i++) {
      const gray = luma(image, Math.floor(y / scale), Math.floor(x / scale));
      const cover = mostCover * Math.min(1, Math.abs(map[i]) / full);
      const colour = map[i] > 0 ? speaksFor : speaksAgainst;
      for (let c = 0; c < 3; c++) data[3 * i + c] = Math.round(gray + cover * (colour[c] - gray));
    }
  }
  return { data, height: size, width: size, channels: 3 };
}

function luma({ data, width, channels }: Image, y: number, x: number): number {
  const at = (y * width + x) * channels;
  return channels === 1 ? data[at] : 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
}
