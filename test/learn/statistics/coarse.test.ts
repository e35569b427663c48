import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Image } from '../../../src/augment/image';
import { aurocInterval } from '../../../src/judge/aurocInterval';
import { crossFittedProbe, ridges } from '../../../src/judge/crossFittedProbe';
import { assignFolds } from '../../../src/judge/folds';
import { probeSide } from '../../../src/judge/probeSide';
import { coarseStatistics, coarseStatisticsLength } from '../../../src/learn/statistics/coarse';
import { createRandom, type Random } from '../../../src/random/random';
import reference from './reference.json';

/** A generator whose dither is the smallest step above zero everywhere: a sixteenth of a level. */
const sixteenth: Random = {
  ...createRandom(0),
  next: () => {
    const four = 32 * (1 + 64 + 64 ** 2 + 64 ** 3);
    return (four + four / 2 ** 24) / 2 ** 24;
  },
};

const asImage = ({ data, height, width, channels }: (typeof reference)[number]): Image => ({
  data: Uint8Array.from(data),
  height,
  width,
  channels: channels as 1 | 3,
});

describe('coarseStatistics', () => {
  it.each(reference.map((one) => [`${one.height} × ${one.width} × ${one.channels}`, one] as const))(
    'agrees with numpy: %s',
    (_, one) => {
      const found = coarseStatistics(asImage(one), sixteenth);
      expect(found.length).toBe(coarseStatisticsLength(one.channels as 1 | 3));
      // Single precision: 24 bits of numbers up to 255.
      found.forEach((value, i) => expect(Math.abs(value - one.statistics[i]), `number ${i}`).toBeLessThan(2e-5));
    },
  );

  it('gives 12 finite numbers per channel for any picture, down to a single pixel', () => {
    const shape = fc.record({
      height: fc.integer({ min: 1, max: 9 }),
      width: fc.integer({ min: 1, max: 9 }),
      channels: fc.constantFrom(1 as const, 3 as const),
    });
    fc.assert(
      fc.property(shape, fc.integer(), fc.constantFrom(0, 255, null), (size, seed, constant) => {
        const random = createRandom(seed, 'picture');
        const length = size.height * size.width * size.channels;
        const image = { ...size, data: Uint8Array.from({ length }, () => constant ?? random.integer(0, 255)) };
        const found = coarseStatistics(image, createRandom(seed, 'dither'));
        expect(found.length).toBe(12 * size.channels);
        expect(found.every(Number.isFinite)).toBe(true);
        expect(found).toEqual(coarseStatistics(image, createRandom(seed, 'dither')));
        const [p5, p25, p50, p75, p95, mean] = found;
        expect([p5, p25, p50, p75, p95]).toEqual([p5, p25, p50, p75, p95].sort((a, b) => a - b));
        expect(mean).toBeGreaterThan(0);
        expect(mean).toBeLessThan(255);
      }),
    );
  });

  it('dithers evenly over ±4 levels', () => {
    const flat = { data: new Uint8Array(128 * 128).fill(100), height: 128, width: 128, channels: 1 as const };
    const [p5, p25, p50, p75, p95, mean, deviation] = coarseStatistics(flat, createRandom(1, 'flat'));
    expect(mean).toBeCloseTo(100, 1);
    expect(deviation).toBeCloseTo(8 / Math.sqrt(12), 1);
    [96.4, 98, 100, 102, 103.6].forEach((level, i) => {
      expect(Math.abs([p5, p25, p50, p75, p95][i] - level)).toBeLessThan(0.3);
    });
  });

  it('is blind to flips and to the comb of a lookup table, but not to blur', () => {
    const random = createRandom(2, 'pictures');
    const side = 16;
    const make = (level: (old: number) => number): Image => ({
      data: Uint8Array.from({ length: side * side }, () => level(random.integer(20, 220))),
      height: side,
      width: side,
      channels: 1,
    });
    const clean = Array.from({ length: 300 }, () => make((old) => old));
    const combed = Array.from({ length: 300 }, () => make((old) => 2 * Math.floor(old / 2)));
    const flipped = clean.map((image) => ({ ...image, data: image.data.toReversed() }));
    const smoothed = clean.map((image) => ({
      ...image,
      data: image.data.map((value, i) => (value + image.data[(i + 1) % (side * side)]) / 2),
    }));
    // Rounding down to even levels darkens by half a level, which is a real (if tiny) change and far below what 300 show.
    expect(told(clean, combed)[0]).toBeLessThan(0.55);
    expect(told(clean, flipped)[0]).toBeLessThan(0.5);
    expect(told(clean, smoothed)[0]).toBeGreaterThan(0.95);
  });
});

/** The interval of the probe on the statistics. */
function told(clean: readonly Image[], transformed: readonly Image[]): readonly [number, number] {
  const random = createRandom(3, 'told');
  const folds = assignFolds(clean.length, random);
  const describeAll = (images: readonly Image[]): Float32Array =>
    Float32Array.from(images.flatMap((image) => [...coarseStatistics(image, random)]));
  const side = probeSide({ features: describeAll(clean), dimensions: 12, folds });
  const other = probeSide({ features: describeAll(transformed), dimensions: 12, folds, origin: side.origin });
  return aurocInterval(crossFittedProbe({ clean: side, transformed: other, ridge: ridges.statistics }));
}
