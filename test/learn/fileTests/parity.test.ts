import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Image } from '../../../src/augment/image';
import { flipHorizontal } from '../../../src/augment/kernels/flip';
import { dither, guardCrop } from '../../../src/learn/fileTests/hideTraces';
import { histogramGaps } from '../../../src/learn/fileTests/histogramGaps';
import { axisParity, parity } from '../../../src/learn/fileTests/parity';
import { createRandom } from '../../../src/random/random';

function picture(
  height: number,
  width: number,
  channels: 1 | 3,
  level: (y: number, x: number, c: number) => number,
): Image {
  const data = Uint8Array.from({ length: height * width * channels }, (_, i) => {
    const pixel = Math.floor(i / channels);
    return level(Math.floor(pixel / width), pixel % width, i % channels);
  });
  return { data, height, width, channels };
}

const noise = (seed: number, height: number, width: number, channels: 1 | 3): Image => {
  const random = createRandom(seed, 'noise');
  return picture(height, width, channels, () => random.integer(0, 255));
};

describe('parity', () => {
  it('reads the height of stripes: odd columns 3 levels higher than even ones', () => {
    const stripes = picture(5, 8, 1, (_, x) => 100 + 3 * (x % 2));
    expect(parity(stripes, 'columns')).toEqual([6]);
    expect(parity(stripes, 'rows')).toEqual([0]);
    expect(
      parity(
        picture(8, 5, 1, (y) => 100 + 3 * (y % 2)),
        'rows',
      ),
    ).toEqual([6]);
  });

  it('is 0 on a slope', () => {
    expect(
      parity(
        picture(6, 10, 1, (y, x) => 2 * y + 5 * x),
        'columns',
      )[0],
    ).toBeCloseTo(0, 10);
  });

  it('gives Y, Cb and Cr of the stripes’ colour', () => {
    const blue = parity(
      picture(4, 6, 3, (_, x, c) => 100 + (c === 2 ? x % 2 : 0)),
      'columns',
    );
    [0.114, 0.5, -0.081312].forEach((share, i) => expect(blue[i]).toBeCloseTo(2 * share, 6));
    const gray = parity(
      picture(4, 6, 3, (_, x) => 100 + (x % 2)),
      'columns',
    );
    [2, 0, 0].forEach((level, i) => expect(gray[i]).toBeCloseTo(level, 6));
  });

  it('changes sign under a flip of an even width and keeps it under one of an odd width', () => {
    const size = fc.tuple(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 4, max: 12 }),
      fc.constantFrom(1 as const, 3 as const),
    );
    fc.assert(
      fc.property(size, fc.integer(), ([height, width, channels], seed) => {
        const image = noise(seed, height, width, channels);
        const flipped = parity(flipHorizontal(image), 'columns');
        const sign = width % 2 === 0 ? -1 : 1;
        parity(image, 'columns').forEach((value, i) => expect(flipped[i]).toBeCloseTo(sign * value, 8));
      }),
    );
  });
});

describe('axisParity', () => {
  it('says which axis has the stripes, wherever they begin', () => {
    for (const start of [0, 1]) {
      expect(axisParity(picture(8, 8, 1, (_, x) => 100 + 3 * ((x + start) % 2)))).toEqual([6]);
      expect(axisParity(picture(8, 8, 1, (y) => 100 + 3 * ((y + start) % 2)))).toEqual([-6]);
    }
  });

  it('is turned round by a transposition', () => {
    const image = noise(4, 9, 12, 3);
    const transposed = picture(12, 9, 3, (y, x, c) => image.data[(x * 12 + y) * 3 + c]);
    const turned = axisParity(transposed);
    axisParity(image).forEach((value, i) => expect(turned[i]).toBeCloseTo(-value, 8));
  });
});

describe('histogramGaps', () => {
  it('is the share of empty levels between the 5th and the 95th percentile', () => {
    expect(histogramGaps(picture(16, 16, 1, (y, x) => 16 * y + x))).toBe(0);
    expect(histogramGaps(picture(16, 16, 1, (y, x) => 2 * Math.floor((16 * y + x) / 2)))).toBeCloseTo(0.5, 1);
    expect(histogramGaps(picture(4, 4, 3, () => 7))).toBe(0);
  });
});

describe('what hides traces', () => {
  it('guardCrop takes the guard off each axis at every offset', () => {
    const image = picture(10, 12, 1, (y, x) => 12 * y + x);
    const random = createRandom(1, 'guard');
    const crops = Array.from({ length: 400 }, () => guardCrop(image, 3, random));
    expect(crops.every(({ height, width }) => height === 7 && width === 9)).toBe(true);
    const corners = new Set(crops.map(({ data }) => data[0]));
    expect(corners.size).toBe(16);
  });

  it('dither stays within 4 levels and 0..255, and leaves its input alone', () => {
    const image = noise(1, 9, 9, 3);
    const before = image.data.slice();
    const { data } = dither(image, createRandom(2, 'dither'));
    const steps = data.map((value, i) => Math.abs(value - image.data[i]));
    expect(Math.max(...steps)).toBe(4);
    expect(new Set(data.map((value, i) => value - image.data[i])).size).toBe(8);
    expect(image.data).toEqual(before);
  });
});
