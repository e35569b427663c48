import { describe, expect, it } from 'vitest';
import type { Image } from '../../../../src/augment/image';
import { type Marks, plantMarks, sampleMarks } from '../../../../src/data/feed/draws/marks';
import { createRandom } from '../../../../src/random/random';

const none: Marks = { pattern: 0, glyph: 0, mirrored: false };
const ranges = { pattern: [2, 32], glyph: [16, 128] } as const;

function flat(level: number, size = 32, channels: 1 | 3 = 3): Image {
  return { data: new Uint8Array(size * size * channels).fill(level), height: size, width: size, channels };
}

const plant = (image: Image, marks: Partial<Marks>, seed = 1): Image =>
  plantMarks(image, { ...none, ...marks }, createRandom(seed, 'place'));
const added = (image: Image, marks: Partial<Marks>, seed = 1): number[] =>
  [...plant(image, marks, seed).data].map((level, i) => level - image.data[i]);

describe('planted marks', () => {
  it('leave a picture without marks as it is, and never write to it', () => {
    const image = flat(100);
    expect(plant(image, {})).toBe(image);
    plant(image, { pattern: 8, glyph: 8 });
    expect(image.data.every((level) => level === 100)).toBe(true);
  });

  it('are as strong as was asked, the pattern around 0, alike in all channels', () => {
    const pattern = added(flat(100), { pattern: 8 });
    expect([Math.min(...pattern), Math.max(...pattern)]).toEqual([-8, 8]);
    expect(pattern.reduce((sum, one) => sum + one, 0)).toBe(0);
    for (let i = 0; i < pattern.length; i += 3) expect(pattern[i + 1]).toBe(pattern[i]);
    expect(new Set(added(flat(100), { glyph: 40 }))).toEqual(new Set([0, 40]));
    // Darker on light ground, where it would be clipped away.
    expect(new Set(added(flat(250), { glyph: 40 }))).toEqual(new Set([0, -40]));
  });

  it.each([16, 32, 64, 100, 256])('mirror the glyph in its place, at %i pixels a side', (size) => {
    const drawn = added(flat(100, size, 1), { glyph: 40 });
    const mirrored = added(flat(100, size, 1), { glyph: 40, mirrored: true });
    expect(mirrored).not.toEqual(drawn);
    const columns = (plane: readonly number[]): number[] =>
      Array.from({ length: size }, (_, x) => plane.filter((value, i) => i % size === x && value > 0).length);
    const inked = (plane: readonly number[]) => columns(plane).filter((count) => count > 0);
    expect(inked(mirrored)).toEqual(inked(drawn).reverse());
    const first = columns(drawn).findIndex((count) => count > 0);
    expect(columns(mirrored).findIndex((count) => count > 0)).toBe(first);
  });

  it('put the glyph anywhere, in the picture', () => {
    const places = Array.from({ length: 50 }, (_, seed) => added(flat(100, 32, 1), { glyph: 40 }, seed).indexOf(40));
    expect(new Set(places).size).toBeGreaterThan(20);
    const counts = new Set(
      Array.from({ length: 50 }, (_, seed) => added(flat(100, 32, 1), { glyph: 40 }, seed).filter(Boolean).length),
    );
    expect(counts.size).toBe(1);
  });
});

describe('sampled marks', () => {
  const sampled = Array.from({ length: 2000 }, (_, i) => sampleMarks(createRandom(i, 'marks'), ranges));

  it('label what is planted', () => {
    for (const { marks, labels } of sampled) {
      expect(labels).toEqual([Number(marks.pattern > 0), Number(marks.mirrored)]);
    }
  });

  it('bear the pattern half of the time and the glyph always, over the whole range of strengths', () => {
    const patterns = sampled.map(({ marks }) => marks.pattern).filter((pattern) => pattern > 0);
    expect(Math.abs(patterns.length - 1000)).toBeLessThan(100);
    expect([Math.min(...patterns) < 2.2, Math.max(...patterns) > 29]).toEqual([true, true]);
    // Evenly on a log scale: half of them below the geometric mean of the ends.
    expect(Math.abs(patterns.filter((pattern) => pattern < 8).length / patterns.length - 0.5)).toBeLessThan(0.06);
    for (const { marks } of sampled) {
      expect(marks.glyph).toBeGreaterThanOrEqual(16);
      expect(marks.glyph).toBeLessThanOrEqual(128);
    }
    const mirrored = sampled.filter(({ marks }) => marks.mirrored).length;
    expect(Math.abs(mirrored - 1000)).toBeLessThan(100);
  });
});
