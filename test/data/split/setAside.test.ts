import { expect, test } from 'vitest';
import { setAsideForControls } from '../../../src/data/split/setAside';

const items = (n: number): Int32Array => Int32Array.from({ length: n }, (_, i) => i);
const labelOf = (item: number): number => item % 4;

test.each([560, 600, 4000, 20_000])('cuts %i training pictures into three parts that share none', (n) => {
  const { training, controls } = setAsideForControls(items(n), labelOf, 1);
  const all = [...training, ...controls!.learned, ...controls!.judged];
  expect(all).toHaveLength(n);
  expect(new Set(all).size).toBe(n);
  for (const part of [training, controls!.learned, controls!.judged]) expect(part).toEqual(part.toSorted());
});

test('takes an eighth, half of it to look at, and not more than 400 and 1,000', () => {
  const sizes = (n: number) => {
    const { controls } = setAsideForControls(items(n), labelOf, 1);
    return controls && [controls.judged.length, controls.learned.length];
  };
  expect(sizes(4000)).toEqual([250, 250]);
  expect(sizes(20_000)).toEqual([400, 1000]);
  expect(sizes(560)).toEqual([35, 35]);
});

test('takes nothing where too few would be left to look at', () => {
  for (const n of [40, 133, 559]) {
    const training = items(n);
    expect(setAsideForControls(training, labelOf, 1)).toEqual({ training, controls: null });
  }
});

test('takes every class by its share, the same pictures for the same seed', () => {
  const { judged, learned } = setAsideForControls(items(4000), labelOf, 1).controls!;
  for (const part of [judged, learned]) {
    for (const label of [0, 1, 2, 3]) {
      const share = part.filter((item) => labelOf(item) === label).length / part.length;
      expect(Math.abs(share - 0.25)).toBeLessThan(0.01);
    }
  }
  expect(setAsideForControls(items(4000), labelOf, 1).controls).toEqual({ judged, learned });
  expect(setAsideForControls(items(4000), labelOf, 2).controls).not.toEqual({ judged, learned });
});

test('keeps near-duplicates of what is looked at out of what is learned from', () => {
  const sceneOf = (item: number): number => Math.floor(item / 3) * 3;
  const { training, controls } = setAsideForControls(items(6000), labelOf, 1, sceneOf);
  const [judged, ...learned] = [controls!.judged, controls!.learned, training].map((part) => Array.from(part, sceneOf));
  expect(new Set(judged).size).toBe(judged.length);
  expect(learned.flat().filter((scene) => judged.includes(scene))).toEqual([]);
  expect(learned[1].filter((scene) => learned[0].includes(scene))).toEqual([]);
});
