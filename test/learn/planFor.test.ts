import { describe, expect, it } from 'vitest';
import { drawJudgingSets } from '../../src/learn/judgingSets';
import type { LearnJob } from '../../src/learn/learnJob';
import { defaultSettings } from '../../src/learn/learnSettings';
import { newLearnState } from '../../src/learn/learnState';
import { planFor } from '../../src/learn/runPlan';
import type { TrainingPlan } from '../../src/learn/trainingPlan';
import { startingState } from '../../src/learn/trainingState';
import { presentationsBeforeSafe } from '../../src/judge/rules/enoughTraining';
import { knownHeads } from './convergence/knownHeads';

/** Measuring a picture takes about this share of learning from it. */
const inferenceShare = 0.35;
/** Already gone when the plan is made: the program's start, decoding, screening. */
const secondsBefore = 4;
const items = Int32Array.from({ length: 1200 }, (_, i) => i);

/** The plan of a run of 30 seconds on a machine that learns from so many pictures a second, by a clock that only pictures move. */
async function planOf(picturesPerSecond: number): Promise<TrainingPlan> {
  let clock = secondsBefore;
  const { feed, network, pool } = knownHeads([() => 0, () => 0]);
  const { signal } = new AbortController();
  const { batchSize } = defaultSettings;
  const timed = {
    network: { ...network.network, batchStatisticsLength: 1 },
    train: {
      run: ({ parameters, optimizerState, averaged }: Readonly<Record<string, Float32Array>>) => {
        clock += batchSize / picturesPerSecond;
        return Promise.resolve({
          parameters,
          optimizerState,
          averaged,
          headsLoss: [0.7],
          taskLoss: [],
          taskCorrect: [],
        });
      },
    },
    infer: {
      run: (inputs: Parameters<typeof network.infer.run>[0]) => {
        clock += (inferenceShare * 100) / picturesPerSecond;
        return network.infer.run(inputs);
      },
    },
  } as unknown as typeof network;
  const sets = await drawJudgingSets({ feed, items, pool, maxSubset: 2, batchSize: 100, signal });
  const settings = { ...defaultSettings, presentations: null, minutes: 0.5, threads: 1 };
  const job = { feed, pool, settings, signal, split: { training: items }, controls: null, now: () => clock };
  const state = { ...newLearnState(), training: startingState(new Float32Array(1), 1) };
  return planFor(job as unknown as LearnJob, state, timed, sets);
}

describe('a budget of 30 seconds', () => {
  it.each([200, 1000, 2000])(
    'ends before anything can be called safe on a machine of %i pictures a second',
    async (picturesPerSecond) => {
      const { presentations, evaluations } = await planOf(picturesPerSecond);
      expect(presentations).toBeGreaterThan(0);
      expect(presentations / picturesPerSecond).toBeLessThan(30 - secondsBefore);
      expect(presentations).toBeLessThan(presentationsBeforeSafe);
      expect(evaluations.at(-1)).toBe(presentations);
    },
  );

  it('follows the machine’s speed, up to enough for a verdict', async () => {
    const slow = await planOf(500);
    const fast = await planOf(1000);
    expect(fast.presentations).toBeGreaterThan(1.8 * slow.presentations);
    expect((await planOf(10_000)).presentations).toBeGreaterThan(presentationsBeforeSafe);
  });
});
