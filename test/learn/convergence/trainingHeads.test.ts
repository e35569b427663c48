import { describe, expect, it } from 'vitest';
import { createPresentationOrder } from '../../../src/data/split/trainingOrder';
import { trainingHeads } from '../../../src/learn/convergence/trainingHeads';
import { drawJudgingSets } from '../../../src/learn/judgingSets';
import { measure } from '../../../src/learn/measuring/evaluate';
import type { Auroc } from '../../../src/protocol/evidence';
import { type KnownHead, knownHeads } from './knownHeads';

const learned = Int32Array.from({ length: 700 }, (_, i) => i);
const heldOut = Int32Array.from({ length: 600 }, (_, i) => 1000 + i);
const weights = { parameters: new Float32Array(), batchStatistics: new Float32Array() };
const order = createPresentationOrder(learned, 1);

/** Far above on what it learned from, and no idea of anything else. */
const memorised: KnownHead = (item) => (item < 1000 ? 6 : 0);
/** Φ(1.2/√2) = 0.80 on any picture. */
const sees: KnownHead = () => 1.2;
const guesses: KnownHead = () => 0;
const heads = [memorised, sees, guesses];

const common = () => ({ batchSize: 100, signal: new AbortController().signal });

async function onLearned(available = learned.length) {
  const { network, feed, drawn } = knownHeads(heads);
  const options = { ...common(), feed, order, available, transforms: heads.length, looks: 4 };
  return { training: await trainingHeads(network, weights, options), drawn };
}

async function onHeldOut(): Promise<(Auroc | null)[]> {
  const { network, feed, pool } = knownHeads(heads);
  const sets = await drawJudgingSets({ ...common(), feed, items: heldOut, pool, maxSubset: 2 });
  const options = { ...common(), sets, pool, feed, n: heldOut.length, looks: 4, seed: 1 };
  const { measurement } = await measure(network, weights, 64_000, options);
  return measurement.evidence.map(({ alone }) => alone.head);
}

/** By the interval that holds for all heads and looks at once. */
function expectHolds(found: Auroc | null, value: number): void {
  const [low, high] = found?.intervalJudged ?? [NaN, NaN];
  expect(low).toBeLessThanOrEqual(value);
  expect(high).toBeGreaterThanOrEqual(value);
}

describe('the heads on pictures that were learned from, beside those held out', () => {
  it('read 1 against 0.5 where the head knows the pictures, and the same where it knows the transform', async () => {
    const { training } = await onLearned();
    const held = await onHeldOut();
    expect(training[0].auroc).toBeGreaterThan(0.999);
    expectHolds(held[0], 0.5);
    for (const side of [training, held]) {
      expectHolds(side[1], 0.802);
      expectHolds(side[2], 0.5);
    }
  });

  it('has an interval as wide as 400 pictures allow', async () => {
    const { training } = await onLearned();
    const [low, high] = training[2].interval95;
    // Independent versions: a standard error of √(1/(6 · 400)) a side of 1.96.
    expect(high - low).toBeGreaterThan(0.06);
    expect(high - low).toBeLessThan(0.1);
    expect(training[2].intervalJudged[0]).toBeLessThan(low);
  });

  it('looks at the first 400 of the order, clean and with each transform, or at all where there are fewer', async () => {
    const { drawn } = await onLearned();
    expect([...drawn.keys()]).toEqual(['training clean', 'training only 0', 'training only 1', 'training only 2']);
    for (const items of drawn.values()) expect(items).toEqual([...order.take(0, 400)]);
    const few = await onLearned(50);
    for (const items of few.drawn.values()) expect(new Set(items)).toEqual(new Set(order.take(0, 50)));
    expect(few.training[0].auroc).toBeGreaterThan(0.99);
  });
});
