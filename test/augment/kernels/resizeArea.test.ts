import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Image } from '../../../src/augment/image';
import { resizeArea } from '../../../src/augment/kernels/resizeArea';
import { images, pattern } from '../pictures';

const side = fc.integer({ min: 1, max: 60 });

/** Weights of the samples of one axis for output i, as fractions in doubles: overlaps when shrinking, hat function when growing. */
function weights(i: number, source: number, target: number): number[] {
  const scale = source / target;
  return Array.from({ length: source }, (_, k) => {
    if (target < source) return Math.max(Math.min(k + 1, (i + 1) * scale) - Math.max(k, i * scale), 0) / scale;
    const position = Math.min(Math.max((i + 0.5) * scale - 0.5, 0), source - 1);
    return Math.max(1 - Math.abs(position - k), 0);
  });
}

function exact(image: Image, height: number, width: number): Float64Array {
  const { channels } = image;
  const output = new Float64Array(height * width * channels);
  const columns = Array.from({ length: width }, (_, x) => weights(x, image.width, width));
  for (let y = 0; y < height; y++) {
    const rows = weights(y, image.height, height);
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < channels; c++) {
        let sum = 0;
        for (let v = 0; v < image.height; v++) {
          if (rows[v] === 0) continue;
          for (let u = 0; u < image.width; u++) {
            sum += rows[v] * columns[x][u] * image.data[(v * image.width + u) * channels + c];
          }
        }
        output[(y * width + x) * channels + c] = sum;
      }
    }
  }
  return output;
}

describe('resizeArea', () => {
  it('averages areas along axes that shrink and interpolates along axes that grow', () => {
    fc.assert(
      fc.property(images({ maxSide: 24 }), side, side, (image, height, width) => {
        const resized = resizeArea(image, height, width);
        expect([resized.height, resized.width]).toEqual([height, width]);
        const expected = exact(image, height, width);
        // Half a level of rounding, and the reference's own error.
        for (let i = 0; i < expected.length; i++) {
          expect(Math.abs(resized.data[i] - expected[i])).toBeLessThanOrEqual(0.5 + 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps a picture of one colour', () => {
    fc.assert(
      fc.property(side, side, side, side, fc.nat(255), (h, w, height, width, level) => {
        const data = new Uint8Array(h * w).fill(level);
        expect(resizeArea({ data, height: h, width: w, channels: 1 }, height, width).data).toEqual(
          new Uint8Array(height * width).fill(level),
        );
      }),
    );
  });

  it('rounds means of whole blocks to nearest, ties up', () => {
    const image: Image = { data: Uint8Array.of(0, 1, 2, 4, 0, 1, 3, 4), height: 2, width: 4, channels: 1 };
    expect([...resizeArea(image, 1, 2).data]).toEqual([1, 3]);
  });

  it('returns a picture of the right size itself', () => {
    const image = pattern(5, 9, 3);
    expect(resizeArea(image, 5, 9)).toBe(image);
  });

  it('squashes a large picture', () => {
    const image = pattern(1500, 2000, 3);
    const { data } = resizeArea(image, 64, 64);
    const mean = (values: Uint8Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(data)).toBeCloseTo(mean(image.data), 1);
  });
});
