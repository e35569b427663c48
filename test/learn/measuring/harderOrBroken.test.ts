import { describe, expect, it } from 'vitest';
import { judgedZ } from '../../../src/judge/judgedZ';
import { brokenClasses, suspectedClasses } from '../../../src/judge/rules/brokenClasses';
import { labelEvidence } from '../../../src/learn/measuring/labelEvidence';
import type { NetworkOutputs } from '../../../src/learn/measuring/networkOutputs';
import type { LabelEvidence } from '../../../src/protocol/evidence';
import { createRandom } from '../../../src/random/random';
import { outputs } from './outputs';

const n = 600;

interface Setting {
  readonly classes: number;
  /** By how much the right class's logit is higher on average, in standard deviations of the noise between two looks. */
  readonly strength: number;
  /** Factor on the strength when transformed: 1 = no harder. */
  readonly harder?: number;
  /** Added to the first class's logit, clean and transformed: a head that prefers a class, and changes its mind. */
  readonly bias?: readonly [clean: number, transformed: number];
  /** Factor on the strength of the first class: one that is hard even clean. */
  readonly firstStrength?: number;
  /** The class that a transformed picture of a class belongs to. */
  readonly becomes?: (label: number) => number;
  /** Factor on all logits: a head that has learned its training pictures by heart is sure of itself. */
  readonly sureness?: number;
}

/** Label evidence of a synthetic task head that sees half of what decides twice and half of it anew on the transformed picture. */
function evidenceOf(setting: Setting, seed: number): LabelEvidence {
  const { classes, strength, harder = 1, bias = [0, 0], firstStrength = 1, sureness = 1 } = setting;
  const { becomes = (label: number) => label } = setting;
  const random = createRandom(seed, 'synthetic logits');
  const labels = Int32Array.from({ length: n }, (_, i) => i % classes);
  const peculiar = Array.from(labels, () => Array.from({ length: classes }, () => random.normal(0, 1)));
  const look = (factor: number, shift: number, shows: (label: number) => number): NetworkOutputs => {
    const task = Array.from(labels, (label, i) =>
      peculiar[i].map((_, k) => {
        const own = strength * (k === 0 ? firstStrength : 1);
        const seen = (k === shows(label) ? own * factor : 0) + (k === 0 ? shift : 0);
        // What is peculiar about a picture goes with what it shows.
        return sureness * (seen + Math.SQRT1_2 * (peculiar[i][shows(k)] + random.normal(0, 1)));
      }),
    );
    return outputs({ task });
  };
  return labelEvidence({
    clean: look(1, bias[0], (label) => label),
    transformed: look(harder, bias[1], becomes),
    labels,
    outcomes: new Int8Array(n).fill(-1),
    outcomeNames: [],
    zJudged: judgedZ({ transforms: 15, looks: 5, comparisons: classes }),
  });
}

/** In how many of 50 sets a class counts as broken. */
function brokenIn(setting: Setting): number {
  const seeds = Array.from({ length: 50 }, (_, seed) => seed);
  return seeds.filter((seed) => brokenClasses(evidenceOf(setting, seed)).length > 0).length;
}

const swapped = (label: number): number => (label < 2 ? 1 - label : label);

describe('harder is not broken', () => {
  it.each([
    ['a weak head of two classes', { classes: 2, strength: 0.3 }],
    [
      'a weak head that says mostly one class, and another when transformed',
      { classes: 2, strength: 0.3, bias: [-1, 1] },
    ],
    ['the same, sure of itself', { classes: 2, strength: 0.3, bias: [-1, 1], sureness: 6 }],
    ['a fair head of two classes that finds the pictures harder', { classes: 2, strength: 2, harder: 0.4 }],
    ['the same, sure of itself', { classes: 2, strength: 2, harder: 0.4, sureness: 6 }],
    ['a head that can see nothing any more', { classes: 2, strength: 3, harder: 0 }],
    ['a weak head of ten classes', { classes: 10, strength: 1, harder: 0.5 }],
    ['a fair head of ten classes that loses most of them', { classes: 10, strength: 3, harder: 0.3 }],
    [
      'a good head of five classes that falls back on the hardest',
      { classes: 5, strength: 5, firstStrength: 0.6, harder: 0.3, bias: [0, 1.5] },
    ],
    [
      'a good head of ten classes that falls back on the hardest',
      { classes: 10, strength: 6, firstStrength: 0.5, harder: 0.3, bias: [0, 1.5] },
    ],
    ['a weak head of ten classes that falls back on one', { classes: 10, strength: 1, bias: [0, 2.5] }],
  ] satisfies [string, Setting][])('%s', (_, setting) => {
    const { drop, dropInterval95 } = evidenceOf(setting, 1000);
    expect(brokenIn(setting)).toBe(0);
    // Harder it is, where the setting says so; a drop is said with its interval.
    if ('harder' in setting) expect(dropInterval95[0]).toBeGreaterThan(0);
    expect(drop).toBeLessThan(0.7);
  });
});

describe('what becomes a class that is hard even clean', () => {
  it.each([
    { classes: 10, strength: 5, firstStrength: 0.4 },
    { classes: 10, strength: 7, firstStrength: 0.3 },
    { classes: 5, strength: 5, firstStrength: 0.3 },
  ])('is broken or suspected, so it is never called safe: %o', (setting) => {
    const oneWay: Setting = { ...setting, becomes: (label) => (label === 1 ? 0 : label) };
    for (let seed = 0; seed < 10; seed++) {
      const evidence = evidenceOf(oneWay, seed);
      const doubted = [...brokenClasses(evidence), ...suspectedClasses(evidence)].map((one) => one.class);
      expect(doubted).toContain(1);
    }
  });
});

describe('broken is found', () => {
  it.each([
    ['two classes swapped', { classes: 2, strength: 2.5, becomes: swapped }],
    ['two classes swapped, and harder to see', { classes: 2, strength: 3.5, harder: 0.8, becomes: swapped }],
    ['two of ten classes swapped', { classes: 10, strength: 4.5, becomes: swapped }],
    [
      'two of three classes swapped, one of them hard',
      { classes: 3, strength: 5, firstStrength: 0.7, becomes: swapped },
    ],
  ] satisfies [string, Setting][])('%s', (_, setting) => {
    expect(brokenIn(setting)).toBeGreaterThan(47);
    const broken = brokenClasses(evidenceOf(setting, 1));
    expect(broken.map((one) => [one.class, one.became?.class])).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });
});
