import { describe, expect, it } from 'vitest';
import type { Feed } from '../../../src/data/feed/feed';
import { measureControls } from '../../../src/learn/controls/measureControls';
import type { NegativeControl } from '../../../src/protocol/controls';
import { createRandom } from '../../../src/random/random';
import { consistentShares } from '../../judge/simulation/binomialBounds';
import { coinSets, type CoinShape, transparentNetwork } from './coinSets';

const weights = { parameters: new Float32Array(), batchStatistics: new Float32Array() };

/** The negative control of so many runs, each with pictures and folds of its own. */
async function tossed(shape: CoinShape, runs: number, looks: number): Promise<NegativeControl[]> {
  const network = transparentNetwork(shape.features);
  const controls: NegativeControl[] = [];
  for (let seed = 0; seed < runs; seed++) {
    const sets = coinSets(createRandom(seed, 'coin', shape.n, shape.features), shape);
    const { signal } = new AbortController();
    const options = { sets, feed: {} as Feed, looks, threshold: 0.6, seed, signal };
    controls.push((await measureControls(network, weights, options)).negative);
  }
  return controls;
}

const holdsChance = ([low, high]: readonly [number, number]): boolean => low <= 0.5 && 0.5 <= high;
const shareOf = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length / all.length;

/** Eleven marks and coins are told at every look: the interval of each holds so often that all do in 95 of 100 runs. */
const judgedRate = (looks: number): number => 0.95 ** (1 / (11 * looks));

/** Two probes at chance, each on half of n pictures, as wide as with versions that share nothing: 1.96 · 2 · √(1/3n). */
const widestAtChance = (n: number): number => 3.92 / Math.sqrt(3 * n);

const meanWidth = (controls: readonly NegativeControl[]): number =>
  controls.reduce((sum, { auroc }) => sum + auroc.interval95[1] - auroc.interval95[0], 0) / controls.length;

// The truth is 0.5 whatever probe was fitted, as both sides are drawn alike.
describe('the negative control, whose label has no effect', () => {
  const runs = 1000;
  it.each([
    { n: 100, features: 8, statistics: 4 },
    { n: 400, features: 8, statistics: 4 },
  ])(
    'holds 0.5 with its interval95 in 93–97 of 100 runs: $n pictures a side, $features + $statistics numbers',
    async (shape) => {
      const covered = shareOf(await tossed({ ...shape, pairing: 0.7 }, runs, 1), ({ auroc }) =>
        holdsChance(auroc.interval95),
      );
      const [least, most] = consistentShares(0.93, 0.97, runs);
      expect(covered).toBeGreaterThanOrEqual(least);
      expect(covered).toBeLessThanOrEqual(most);
    },
    120_000,
  );

  // More numbers than pictures of a fold make it hold more often than stated: it errs towards calling the measurement sound.
  it.each([
    { n: 30, features: 4, statistics: 2, runs: 1000 },
    { n: 30, features: 128, statistics: 36, runs: 250 },
    { n: 250, features: 128, statistics: 36, runs: 150 },
  ])(
    'holds it in 95 of 100 or more, without being wide: $n pictures a side, $features + $statistics numbers',
    async ({ runs: some, ...shape }) => {
      const controls = await tossed({ ...shape, pairing: 0.7 }, some, 1);
      const covered = shareOf(controls, ({ auroc }) => holdsChance(auroc.interval95));
      expect(covered).toBeGreaterThanOrEqual(consistentShares(0.95, 1, some)[0]);
      expect(meanWidth(controls)).toBeLessThan(widestAtChance(shape.n));
    },
    120_000,
  );

  it.each([1, 5])(
    '“holds” as often as its judged interval states, 95 % over eleven comparisons at each of %i looks',
    async (looks) => {
      const holds = shareOf(
        await tossed({ n: 100, features: 8, statistics: 4, pairing: 0.7 }, runs, looks),
        (control) => control.holds,
      );
      expect(holds).toBeGreaterThanOrEqual(consistentShares(judgedRate(looks), 1, runs)[0]);
    },
    120_000,
  );

  it('does not hold where the coin leaves a trace on the picture', async () => {
    const shape = { n: 100, features: 8, statistics: 4, pairing: 0.7 };
    const sets = coinSets(createRandom(1, 'loaded'), shape);
    const [heads, tails] = sets.coin;
    const statistics = tails.statistics!.map((value, i) => value + (i % shape.statistics === 0 ? 2 : 0));
    const loaded = { ...sets, coin: [heads, { ...tails, statistics }] as const };
    const { signal } = new AbortController();
    const options = { sets: loaded, feed: {} as Feed, looks: 5, threshold: 0.6, seed: 1, signal };
    const { negative } = await measureControls(transparentNetwork(shape.features), weights, options);
    expect(negative.auroc.intervalJudged[0]).toBeGreaterThan(0.5);
    expect(negative.holds).toBe(false);
  });
});
