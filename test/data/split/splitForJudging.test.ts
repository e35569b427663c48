import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../../src/data/dataset';
import { sampleItems } from '../../../src/data/split/sampleItems';
import { splitForJudging } from '../../../src/data/split/splitForJudging';
import { groupBy, shareOut } from '../../../src/data/split/stratified';

/** What splitForJudging reads of prepared data: labels, contents and scenes of the usable items. */
function prepared(
  labels: readonly number[],
  contents: readonly number[] = labels.map((_, i) => i),
  scenes: readonly number[] = labels.map((_, i) => i),
) {
  const items = labels.map((label): Item => ({ source: { kind: 'file', path: '', size: 0 }, label, split: 'train' }));
  const dataset = {
    root: '',
    format: '',
    task: 'classification',
    classes: [],
    items,
    containers: [],
    found: items.length,
    fingerprint: { files: 0, bytes: 0, hash: '' },
    notes: [],
  } as const;
  return {
    dataset,
    usable: Int32Array.from(items.keys()),
    contents: BigUint64Array.from(contents.map(BigInt)),
    scenes: Int32Array.from(scenes),
  };
}

const countIn = (items: Int32Array, labels: readonly number[], label: number): number =>
  items.filter((item) => labels[item] === label).length;

describe('splitForJudging', () => {
  test('holds out a third, every class by its share', () => {
    const labels = Array.from({ length: 900 }, (_, i) => (i % 10 === 0 ? 0 : i % 10 < 4 ? 1 : 2));
    const { training, judging } = splitForJudging(prepared(labels), 1);
    expect(judging).toHaveLength(300);
    expect(training).toHaveLength(600);
    expect([0, 1, 2].map((label) => countIn(judging, labels, label))).toEqual([30, 90, 180]);
  });

  test('holds out 2,000 of a large set', () => {
    const labels = Array.from({ length: 10_000 }, (_, i) => i % 10);
    const { judging } = splitForJudging(prepared(labels), 1);
    expect(judging).toHaveLength(2000);
    expect(countIn(judging, labels, 7)).toBe(200);
  });

  test('the seed decides, and nothing else', () => {
    const data = prepared(Array.from({ length: 300 }, (_, i) => i % 3));
    expect(splitForJudging(data, 1)).toEqual(splitForJudging(data, 1));
    expect(splitForJudging(data, 2)).not.toEqual(splitForJudging(data, 1));
  });

  test('uses only what is usable', () => {
    const data = prepared(Array.from({ length: 200 }, () => -1));
    const usable = data.usable.filter((item) => item % 2 === 1);
    const { training, judging } = splitForJudging({ ...data, usable }, 3);
    expect(judging).toHaveLength(33);
    expect([...training, ...judging].sort((a, b) => a - b)).toEqual([...usable]);
  });

  test('shows every distinct picture once, on one side, every class by its share', () => {
    const cases = fc.array(fc.record({ label: fc.nat(4), content: fc.nat(400) }), { minLength: 150, maxLength: 300 });
    fc.assert(
      fc.property(cases, fc.nat(), (items, seed) => {
        const labels = items.map(({ label }) => label);
        const contents = items.map(({ content }) => content);
        const { training, judging, copies } = splitForJudging(prepared(labels, contents), seed);
        const shown = [...training, ...judging].map((item) => contents[item]);
        expect(new Set(shown).size).toBe(shown.length);
        expect(new Set(shown)).toEqual(new Set(contents));
        expect(copies).toBe(contents.length - shown.length);
        expect(judging.length).toBe(Math.floor(shown.length / 3));
        const shownItems = [...training, ...judging];
        for (const [label, members] of groupBy(shownItems, (item) => labels[item])) {
          expect(countIn(judging, labels, label)).toBeLessThanOrEqual(Math.ceil(members.length / 3));
        }
      }),
    );
  });

  test('keeps near-duplicates on one side and judges them by one picture', () => {
    const groups = fc.array(fc.record({ label: fc.nat(3), size: fc.integer({ min: 1, max: 5 }) }), {
      minLength: 70,
      maxLength: 150,
    });
    fc.assert(
      fc.property(groups, fc.nat(), (drawn, seed) => {
        const members = drawn.flatMap(({ label, size }, group) =>
          Array.from({ length: size }, () => ({ label, group })),
        );
        const first = drawn.map((_, group) => members.findIndex((one) => one.group === group));
        const labels = members.map(({ label }) => label);
        const scenes = members.map(({ group }) => first[group]);
        const { training, judging, alike, copies } = splitForJudging(prepared(labels, undefined, scenes), seed);
        const judged = [...judging].map((item) => scenes[item]);
        expect(new Set(judged).size).toBe(judged.length);
        expect(judged.length).toBe(Math.floor(drawn.length / 3));
        expect([...training].filter((item) => judged.includes(scenes[item]))).toEqual([]);
        expect(copies).toBe(0);
        expect(alike.groups).toBe(drawn.filter(({ size }) => size > 1).length);
        expect(alike.pictures).toBe(drawn.reduce((sum, { size }) => sum + (size > 1 ? size : 0), 0));
        expect(training.length + judging.length + alike.leftOut).toBe(members.length);
      }),
    );
  });

  test('says that there are too few when most are near-duplicates', () => {
    const labels = Array.from({ length: 140 }, (_, i) => i % 2);
    const scenes = labels.map((_, i) => i - (i % 4));
    expect(() => splitForJudging(prepared(labels, undefined, scenes), 1)).toThrow(
      /140 usable images .* only 35 of them are distinct: the others are near-duplicates/s,
    );
  });

  test('says that there are too few when most are copies', () => {
    const labels = Array.from({ length: 140 }, (_, i) => i % 2);
    const contents = labels.map(() => 7);
    expect(() => splitForJudging(prepared(labels, contents), 1)).toThrow(/140 usable images .* only 1 of them/s);
  });
});

describe('sampleItems', () => {
  const labels = Array.from({ length: 1000 }, (_, i) => (i < 900 ? 0 : 1));
  const all = Int32Array.from(labels.keys());

  test('keeps the shares, in ascending order, by the seed', () => {
    const sample = sampleItems(all, (item) => labels[item], 100, 1);
    expect(sample).toHaveLength(100);
    expect(countIn(sample, labels, 1)).toBe(10);
    expect([...sample]).toEqual([...sample].sort((a, b) => a - b));
    expect(new Set(sample).size).toBe(100);
    expect(sampleItems(all, (item) => labels[item], 100, 1)).toEqual(sample);
    expect(sampleItems(all, (item) => labels[item], 100, 2)).not.toEqual(sample);
  });

  test('takes all when they fit', () => {
    expect(sampleItems(all, (item) => labels[item], 1000, 1)).toBe(all);
  });
});

describe('shareOut', () => {
  test('gives out exactly the total, within one of the exact share, and nobody more than they have', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(500), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sizes, share) => {
          const sum = sizes.reduce((a, b) => a + b, 0);
          const total = Math.floor(share * sum);
          const quotas = shareOut(sizes, total);
          expect(quotas.reduce((a, b) => a + b, 0)).toBe(total);
          for (const [i, quota] of quotas.entries()) {
            expect(quota).toBeLessThanOrEqual(sizes[i]);
            expect(Math.abs(quota - (sum === 0 ? 0 : (sizes[i] * total) / sum))).toBeLessThan(1);
          }
        },
      ),
    );
  });
});
