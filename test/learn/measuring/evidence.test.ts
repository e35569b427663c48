import { describe, expect, it } from 'vitest';
import { cleanEvidence } from '../../../src/learn/measuring/cleanEvidence';
import { labelEvidence } from '../../../src/learn/measuring/labelEvidence';
import { predict } from '../../../src/learn/measuring/networkOutputs';
import { subsetEvidence } from '../../../src/learn/measuring/subsetEvidence';
import { outputs } from './outputs';

describe('predict', () => {
  it('gives the winner and its softmax probability', () => {
    const { classes, confidences } = predict(
      outputs({
        task: [
          [0, Math.log(3)],
          [2, 2],
        ],
      }),
    );
    expect([...classes]).toEqual([1, 0]);
    expect(confidences[0]).toBeCloseTo(0.75, 6);
    expect(confidences[1]).toBeCloseTo(0.5, 6);
  });
});

describe('cleanEvidence', () => {
  it('counts logits above zero, for the asked transform only', () => {
    const clean = outputs({
      heads: [
        [1, -1],
        [0.1, 2],
        [-3, -1],
        [0, -1],
      ],
    });
    expect(cleanEvidence(clean, 0)).toMatchObject({ falsePositives: 2, n: 4, rate: 0.5 });
    expect(cleanEvidence(clean, 1)).toMatchObject({ falsePositives: 1, n: 4, rate: 0.25 });
  });
});

describe('subsetEvidence', () => {
  it('tells accuracy, recall and the trivial level apart', () => {
    const augmented = outputs({ heads: [[1], [-1], [2], [-2], [-2], [-2]] });
    const evidence = subsetEvidence(augmented, Uint8Array.of(1, 1, 0, 0, 0, 0), 0);
    // One hit, one miss, one false alarm, three rightly silent.
    expect(evidence.accuracy).toBeCloseTo(4 / 6, 10);
    expect(evidence.recall).toBe(0.5);
    expect(evidence.trivialAccuracy).toBeCloseTo(4 / 6, 10);
    expect(evidence.z).toBe(0);
    expect(evidence.n).toBe(6);
  });

  it('gives a positive z to a head that hits more than it imagines', () => {
    const augmented = outputs({ heads: [[1], [1], [1], [1], [-1]] });
    const { z } = subsetEvidence(augmented, Uint8Array.of(1, 1, 1, 0, 0), 0);
    expect(z).toBeCloseTo((2 / 2) * Math.sqrt(4000 / 5), 8);
  });
});

describe('labelEvidence', () => {
  const sure = (label: number): number[] => [0, 1].map((k) => (k === label ? 5 : 0));
  const base = { outcomeNames: [], zJudged: 2 };

  it('sees a flip that turns left into right', () => {
    const labels = Int32Array.from({ length: 40 }, (_, i) => i % 2);
    const clean = outputs({ task: [...labels].map(sure), heads: [...labels].map(() => []) });
    const flipped = outputs({ task: [...labels].map((label) => sure(1 - label)), heads: [...labels].map(() => []) });
    const evidence = labelEvidence({
      ...base,
      clean,
      transformed: flipped,
      labels,
      outcomes: new Int8Array(40).fill(-1),
    });
    expect(evidence).toMatchObject({ agreement: 0, n: 40, clean: 1, transformed: 0, drop: 1 });
    expect(evidence.perClass[0]).toMatchObject({ class: 0, n: 20, changed: 20, became: { class: 1, count: 20 } });
    expect(evidence.perClass[0].confidenceChanged).toBeCloseTo(evidence.perClass[0].confidenceClean, 6);
  });

  it('does not blame the transform for pictures that were never recognised', () => {
    const labels = Int32Array.of(0, 0, 0, 0);
    const clean = outputs({ task: [0, 0, 1, 1].map(sure), heads: [[], [], [], []] });
    const transformed = outputs({ task: [0, 0, 1, 0].map(sure), heads: [[], [], [], []] });
    const evidence = labelEvidence({ ...base, clean, transformed, labels, outcomes: new Int8Array(4).fill(-1) });
    expect(evidence).toMatchObject({ agreement: 1, n: 2, clean: 0.5, transformed: 0.75, drop: -0.25 });
    expect(evidence.dropInterval95[0]).toBeLessThan(-0.25);
    expect(evidence.dropInterval95[1]).toBeGreaterThan(-0.25);
  });

  it('counts each discrete outcome by itself and leaves unlabelled pictures out', () => {
    const labels = Int32Array.of(0, 0, 0, -1);
    const clean = outputs({ task: [0, 0, 0, 0].map(sure), heads: [[], [], [], []] });
    const transformed = outputs({ task: [0, 1, 1, 1].map(sure), heads: [[], [], [], []] });
    const outcomes = Int8Array.of(0, 1, 1, 1);
    const evidence = labelEvidence({ ...base, clean, transformed, labels, outcomes, outcomeNames: ['90°', '180°'] });
    const ofClass0 = evidence.perClass.filter((one) => one.class === 0);
    expect(ofClass0.map(({ outcome, of, n, changed }) => ({ outcome, of, n, changed }))).toEqual([
      { outcome: '90°', of: 1, n: 1, changed: 0 },
      { outcome: '180°', of: 2, n: 2, changed: 2 },
    ]);
    expect(evidence.n).toBe(3);
  });
});
