import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Image } from '../../../src/augment/image';
import { invertAffine, rotationMatrix, translated } from '../../../src/augment/kernels/affineMatrix';
import { affineLevels } from '../../../src/augment/kernels/affineLevels';
import { boxBlur } from '../../../src/augment/kernels/boxBlur';
import { clahe } from '../../../src/augment/kernels/clahe';
import { gammaLevels } from '../../../src/augment/kernels/gammaLevels';
import { grayscale } from '../../../src/augment/kernels/grayscale';
import { lookup } from '../../../src/augment/kernels/lookup';
import { cropAndResize, resizeLinear } from '../../../src/augment/kernels/resizeLinear';
import { crop } from '../../../src/augment/kernels/crop';
import { roundHalfEven } from '../../../src/augment/kernels/round';
import { warpAffineLinear } from '../../../src/augment/kernels/warpAffine';
import { allLevels, images } from '../pictures';
import * as reference from './reference';

/** Kernels work in vectors and write over the ends of rows: every size must give what the plain formulas give. */

const side = fc.integer({ min: 1, max: 70 });

function expectEqual(actual: Image, expected: Image): void {
  expect([actual.height, actual.width, actual.channels]).toEqual([expected.height, expected.width, expected.channels]);
  expect(Buffer.compare(actual.data, expected.data)).toBe(0);
}

describe('kernels equal the plain formulas', () => {
  it('warpAffine, mirrored and filled', () => {
    const draw = fc.record({
      angle: fc.double({ min: -180, max: 180, noNaN: true }),
      scale: fc.double({ min: 0.2, max: 3, noNaN: true }),
      dx: fc.double({ min: -30, max: 30, noNaN: true }),
      dy: fc.double({ min: -30, max: 30, noNaN: true }),
      fill: fc.option(fc.integer({ min: 0, max: 255 })),
    });
    fc.assert(
      fc.property(images(), draw, (image, { angle, scale, dx, dy, fill }) => {
        const matrix = translated(rotationMatrix(image.width / 2, image.height / 2, angle, scale), dx, dy);
        const actual = warpAffineLinear(image, matrix, fill === null ? 'reflect101' : { fill });
        expectEqual(actual, reference.warp(image, invertAffine(matrix), fill));
      }),
      { numRuns: 300 },
    );
  });

  it('resizeLinear', () => {
    fc.assert(
      fc.property(images(), side, side, (image, height, width) => {
        const isHalf = image.height === 2 * height && image.width === 2 * width;
        const isSame = image.height === height && image.width === width;
        fc.pre(!isHalf && !isSame);
        expectEqual(resizeLinear(image, height, width), reference.resize(image, height, width));
      }),
      { numRuns: 300 },
    );
  });

  it('cropAndResize is resizeLinear of a crop', () => {
    const share = fc.double({ min: 0, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(images(), side, side, fc.tuple(share, share, share, share), (image, height, width, shares) => {
        const box = {
          height: 1 + Math.floor(shares[0] * image.height),
          width: 1 + Math.floor(shares[1] * image.width),
          y0: 0,
          x0: 0,
        };
        box.y0 = Math.floor(shares[2] * (image.height - box.height + 1));
        box.x0 = Math.floor(shares[3] * (image.width - box.width + 1));
        expectEqual(cropAndResize(image, box, height, width), resizeLinear(crop(image, box), height, width));
      }),
    );
  });

  it('boxBlur', () => {
    fc.assert(
      fc.property(images({ maxSide: 24 }), fc.constantFrom(3, 5, 7, 9, 11, 13, 15), (image, k) => {
        expectEqual(boxBlur(image, k), reference.blur(image, k));
      }),
    );
  });

  it('boxBlur on every sum of nine that can occur', () => {
    // Three by three pictures that are mirrored onto themselves: the centre's window is the whole picture.
    for (let sum = 0; sum <= 9 * 255; sum++) {
      const data = Uint8Array.from({ length: 9 }, (_, i) => Math.floor((sum + i) / 9));
      const blurred = boxBlur({ data, height: 3, width: 3, channels: 1 }, 3);
      expect(blurred.data[4]).toBe(Math.floor((2 * sum + 9) / 18));
    }
  });

  it('clahe of one channel', () => {
    const grid = fc.integer({ min: 1, max: 9 });
    const clip = fc.double({ min: 0, max: 60, noNaN: true });
    fc.assert(
      fc.property(images(), clip, grid, grid, (image, clip, tilesX, tilesY) => {
        const gray: Image = { ...image, width: image.width * image.channels, channels: 1 };
        const actual = clahe(gray, { clip, tilesX, tilesY });
        expectEqual(actual, reference.clahe(gray, clip, tilesX, tilesY));
      }),
      { numRuns: 200 },
    );
  });

  it('grayscale', () => {
    fc.assert(
      fc.property(images(), (image) => {
        fc.pre(image.channels === 3);
        const { data } = grayscale(image);
        for (let i = 0; i < data.length; i++) {
          const [r, g, b] = image.data.subarray(i - (i % 3));
          expect(data[i]).toBe((9798 * r + 19235 * g + 3735 * b + 16384) >> 15);
        }
      }),
    );
  });

  it('lookup', () => {
    const table = Uint8Array.from({ length: 256 }, (_, level) => level * 179 + 5);
    fc.assert(
      fc.property(images(), (image) => {
        expectEqual(lookup(image, table), { ...image, data: image.data.map((level) => table[level]) });
      }),
    );
  });

  it('affineLevels on all levels', () => {
    const scale = fc.float({ min: 0, max: 4, noNaN: true });
    const shift = fc.float({ min: -300, max: 300, noNaN: true });
    fc.assert(
      fc.property(scale, shift, (scale, shift) => {
        const expected = allLevels.data.map((level) => {
          const value = Math.fround(Math.fround(level * scale) + shift);
          return Math.trunc(Math.min(Math.max(value, 0), 255));
        });
        expectEqual(affineLevels(allLevels, scale, shift), { ...allLevels, data: expected });
      }),
      { numRuns: 1000 },
    );
  });

  it('gammaLevels', () => {
    const exponents = fc.oneof(
      fc.double({ min: 0.5, max: 2, noNaN: true }),
      fc.integer({ min: 50, max: 200 }).map((percent) => percent / 100),
    );
    fc.assert(
      fc.property(exponents, (exponent) => {
        const expected = allLevels.data.map((level) => Math.pow(level * (1 / 255), exponent) * 255);
        expect(gammaLevels(exponent)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('roundHalfEven', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), (half) => {
        expect(roundHalfEven(half / 2) - reference.rint(half / 2)).toBe(0);
      }),
    );
  });
});

it('boxBlur refuses windows that it does not know', () => {
  expect(() => boxBlur(allLevels, 4)).toThrow('odd and in 3..15, not 4');
});
