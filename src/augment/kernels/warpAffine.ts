import type { Image } from '../image';
import { invertAffine, type AffineMatrix } from './affineMatrix';
import { reflect101 } from './reflect101';
import { roundHalfEven } from './round';

/** What lies outside the picture: its mirror image (BORDER_REFLECT_101) or one gray level in every channel. */
export type Border = 'reflect101' | { readonly fill: number };

/**
 * Moves a picture by `matrix` (source to destination) into a picture of the same size, with bilinear interpolation at 1/32 pixel; equal
 * to OpenCV 4's 8-bit `warpAffine(INTER_LINEAR)` bit for bit.
 */
export function warpAffineLinear(image: Image, matrix: AffineMatrix, border: Border): Image {
  const { data, height, width, channels } = image;
  const output = new Uint8Array(data.length);
  const grid = samplingGrid(matrix, width, 16);
  const stride = width * channels;
  let o = 0;
  for (let y = 0; y < height; y++) {
    const rowX = grid.rowX(y);
    const rowY = grid.rowY(y);
    for (let x = 0; x < width; x++, o += channels) {
      const sx = (rowX + grid.columnX[x]) >> 5;
      const sy = (rowY + grid.columnY[x]) >> 5;
      const ix = sx >> 5;
      const iy = sy >> 5;
      const fx = sx & 31;
      const fy = sy & 31;
      if (ix < 0 || iy < 0 || ix >= width - 1 || iy >= height - 1) {
        for (let c = 0; c < channels; c++) output[o + c] = blendAtBorder(image, ix, iy, fx, fy, c, border);
        continue;
      }
      const lowerRight = fx * fy;
      const lowerLeft = (fy << 5) - lowerRight;
      const upperRight = (fx << 5) - lowerRight;
      const upperLeft = 1024 - lowerLeft - upperRight - lowerRight;
      const p = iy * stride + ix * channels;
      const q = p + stride;
      if (channels === 3) {
        output[o] =
          (upperLeft * data[p] + upperRight * data[p + 3] + lowerLeft * data[q] + lowerRight * data[q + 3] + 512) >> 10;
        output[o + 1] =
          (upperLeft * data[p + 1] +
            upperRight * data[p + 4] +
            lowerLeft * data[q + 1] +
            lowerRight * data[q + 4] +
            512) >>
          10;
        output[o + 2] =
          (upperLeft * data[p + 2] +
            upperRight * data[p + 5] +
            lowerLeft * data[q + 2] +
            lowerRight * data[q + 5] +
            512) >>
          10;
      } else {
        output[o] =
          (upperLeft * data[p] + upperRight * data[p + 1] + lowerLeft * data[q] + lowerRight * data[q + 1] + 512) >> 10;
      }
    }
  }
  return { data: output, height, width, channels };
}

/** As warpAffineLinear, taking the nearest pixel (`INTER_NEAREST`): class ids stay class ids. */
export function warpAffineNearest(image: Image, matrix: AffineMatrix, border: Border): Image {
  const { data, height, width, channels } = image;
  const output = new Uint8Array(data.length);
  const grid = samplingGrid(matrix, width, 512);
  let o = 0;
  for (let y = 0; y < height; y++) {
    const rowX = grid.rowX(y);
    const rowY = grid.rowY(y);
    for (let x = 0; x < width; x++) {
      const ix = (rowX + grid.columnX[x]) >> 10;
      const iy = (rowY + grid.columnY[x]) >> 10;
      for (let c = 0; c < channels; c++) output[o++] = pixelAt(image, ix, iy, c, border);
    }
  }
  return { data: output, height, width, channels };
}

/** Source coordinates in 1/1024 pixel as sums of a part per row and a part per column; `rounding` is added before bits are cut. */
function samplingGrid(matrix: AffineMatrix, width: number, rounding: number) {
  const [a11, a12, b1, a21, a22, b2] = invertAffine(matrix);
  const columnX = new Int32Array(width);
  const columnY = new Int32Array(width);
  for (let x = 0; x < width; x++) {
    columnX[x] = roundHalfEven(a11 * x * 1024);
    columnY[x] = roundHalfEven(a21 * x * 1024);
  }
  return {
    columnX,
    columnY,
    rowX: (y: number) => roundHalfEven((a12 * y + b1) * 1024) + rounding,
    rowY: (y: number) => roundHalfEven((a22 * y + b2) * 1024) + rounding,
  };
}

function blendAtBorder(
  image: Image,
  x: number,
  y: number,
  fx: number,
  fy: number,
  channel: number,
  border: Border,
): number {
  const upper = (32 - fx) * pixelAt(image, x, y, channel, border) + fx * pixelAt(image, x + 1, y, channel, border);
  const lower =
    (32 - fx) * pixelAt(image, x, y + 1, channel, border) + fx * pixelAt(image, x + 1, y + 1, channel, border);
  return ((32 - fy) * upper + fy * lower + 512) >> 10;
}

function pixelAt(image: Image, x: number, y: number, channel: number, border: Border): number {
  const { data, height, width, channels } = image;
  if (x < 0 || y < 0 || x >= width || y >= height) {
    if (border !== 'reflect101') return border.fill;
    x = reflect101(x, width);
    y = reflect101(y, height);
  }
  return data[(y * width + x) * channels + channel];
}
