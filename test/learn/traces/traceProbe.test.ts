import { describe, expect, it } from 'vitest';
import { assignFolds } from '../../../src/judge/folds';
import { normalQuantile } from '../../../src/judge/normalQuantile';
import { probeSide } from '../../../src/judge/probeSide';
import { type Sides, traceProbe } from '../../../src/learn/traces/traceProbe';
import type { TraceProbe } from '../../../src/protocol/closing';
import { createRandom } from '../../../src/random/random';

const pictures = 1000;
const folds = assignFolds(pictures, createRandom(1, 'folds'));

/** One normal number a picture, shifted on the transformed side so far that `auroc` is what tells the sides apart. */
function sides(auroc: number, name: string): Sides {
  const random = createRandom(2, name);
  const shift = Math.SQRT2 * normalQuantile(auroc);
  const side = (mean: number) =>
    probeSide({
      features: Float32Array.from({ length: pictures }, () => random.normal(mean, 1)),
      dimensions: 1,
      folds,
      origin: new Float64Array(1),
    });
  return { clean: side(0), transformed: side(shift) };
}

const probe = (without: number, withStep: number, threshold = 0.6): TraceProbe =>
  traceProbe({
    transform: 'Transpose',
    step: { kind: 'half-pixel' },
    without: sides(without, 'without'),
    with: sides(withStep, 'with'),
    threshold,
    zJudged: 1.96,
  });

describe('a trace', () => {
  it('is what is seen, no longer seen after the step, and mostly gone', () => {
    const { fileTrace, sentence } = probe(0.95, 0.52);
    expect(fileTrace).toBe(true);
    expect(sentence).toContain('is seen in the resampling, not in the picture');
  });

  it('is none where the step takes about half, though what is left is not seen any more', () => {
    const { without, with: after, differenceInterval95, fileTrace, sentence } = probe(0.66, 0.58);
    expect(without.intervalJudged[0]).toBeGreaterThan(0.6);
    expect(after.intervalJudged[0]).toBeLessThan(0.6);
    const half = (without.auroc - 0.5) / 2;
    expect(differenceInterval95[0]).toBeLessThan(half);
    expect(differenceInterval95[1]).toBeGreaterThan(half);
    expect(fileTrace).toBe(false);
    expect(sentence).toContain('is seen partly in the resampling');
  });

  it('is none where the step takes most, but what is left is still seen', () => {
    const { without, with: after, differenceInterval95, fileTrace, sentence } = probe(0.99, 0.68);
    expect(differenceInterval95[0]).toBeGreaterThan((without.auroc - 0.5) / 2);
    expect(after.intervalJudged[0]).toBeGreaterThan(0.6);
    expect(fileTrace).toBe(false);
    expect(sentence).toContain('is seen mostly in the resampling');
  });

  it('is none where nothing was seen to begin with', () => {
    const { fileTrace, sentence } = probe(0.8, 0.5, 0.85);
    expect(fileTrace).toBe(false);
    expect(sentence).toContain('Whether Transpose is seen at all is not settled');
  });
});
