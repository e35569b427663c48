import type { Image, Mask } from '../image';
import { beginCall, kernels, put, reserve, take } from '../wasm/kernelMemory';
import { invertAffine, type AffineMatrix } from './affineMatrix';
import { reflect101 } from './reflect101';
import { roundHalfEven } from './round';

/** What lies outside the picture: its mirror image (BORDER_REFLECT_101) or one level in every channel (BORDER_CONSTANT). */
export type Border = 'reflect101' | { readonly fill: number };

/**
 * Moves a picture by `matrix` (source to destination) into a picture of the same size, with bilinear interpolation at 1/32 pixel; equal
 * to OpenCV 4's 8-bit `warpAffine(INTER_LINEAR)` bit for bit.
 */
export function warpAffineLinear(image: Image, matrix: AffineMatrix, border: Border): Image {
  const { data, height, width, channels } = image;
  const fill = border === 'reflect101' ? -1 : border.fill;
  beginCall();
  const source = put(data);
  const target = reserve(data.length);
  const columns = reserve(8 * width);
  kernels.warpAffine(source, target, height, width, channels, ...invertAffine(matrix), fill, columns);
  return { data: take(target, data.length), height, width, channels };
}

/** As warpAffineLinear, taking the nearest pixel (`INTER_NEAREST`): class ids stay class ids. */
export function warpAffineNearest({ data, height, width }: Mask, matrix: AffineMatrix, border: Border): Mask {
  const [m0, m1, m2, m3, m4, m5] = invertAffine(matrix);
  const output = new Uint8Array(data.length);
  let o = 0;
  for (let y = 0; y < height; y++) {
    // Positions in 1/1024 pixel; the half pixel is added before the fraction is cut off.
    const rowX = roundHalfEven((m1 * y + m2) * 1024) + 512;
    const rowY = roundHalfEven((m4 * y + m5) * 1024) + 512;
    for (let x = 0; x < width; x++, o++) {
      const fromX = (rowX + roundHalfEven(m0 * x * 1024)) >> 10;
      const fromY = (rowY + roundHalfEven(m3 * x * 1024)) >> 10;
      const isInside = fromX >= 0 && fromY >= 0 && fromX < width && fromY < height;
      if (isInside || border === 'reflect101') {
        output[o] = data[reflect101(fromY, height) * width + reflect101(fromX, width)];
      } else {
        output[o] = border.fill;
      }
    }
  }
  return { data: output, height, width };
}
