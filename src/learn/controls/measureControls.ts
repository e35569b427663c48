import type { Feed } from '../../data/feed/feed';
import { judgedAuroc } from '../../judge/aurocInterval';
import { crossFittedProbe, ridges } from '../../judge/crossFittedProbe';
import { assignFolds } from '../../judge/folds';
import { judgedZ } from '../../judge/judgedZ';
import { faintestSeen } from '../../judge/ladder';
import type { Controls, Ladder, NegativeControl } from '../../protocol/controls';
import type { Auroc } from '../../protocol/evidence';
import { createRandom } from '../../random/random';
import type { CompiledNetwork } from '../compiledNetwork';
import type { JudgingSet } from '../judgingSets';
import { type DescribedSet, describeSet } from '../measuring/aloneEvidence';
import { infer, type Weights } from '../measuring/infer';
import { pictureNames } from './controlPictures';
import type { ControlSets, RungSets } from './controlSets';
import { ladderPlans } from './ladders';

export interface MeasureControlsOptions {
  readonly sets: ControlSets;
  readonly feed: Feed;
  /** Planned looks of the whole run, which intervals are corrected for. */
  readonly looks: number;
  readonly threshold: number;
  readonly seed: number;
  readonly signal: AbortSignal;
}

/** Everything that is told apart: every rung of both ladders, and the coin. */
const comparisons = ladderPlans.appearance.strengths.length + ladderPlans.orientation.strengths.length + 1;

/** What the detector sees of the marks, by the same cross-fitted probe as verdicts use, on pictures that are never judged. */
export async function measureControls(
  network: CompiledNetwork,
  weights: Weights,
  { sets, feed, looks, threshold, seed, signal }: MeasureControlsOptions,
): Promise<Controls> {
  const { n } = sets.coin[0];
  const folds = assignFolds(n, createRandom(seed, 'control folds'));
  const zJudged = judgedZ({ transforms: comparisons, looks });
  const describe = async (set: JudgingSet, origin?: DescribedSet): Promise<DescribedSet> =>
    describeSet(set, await infer(network, weights, set, { feed, n, signal }), folds, origin);
  // Also one side of every rung of the first ladder, and where the probes' scales start.
  const heads = await describe(sets.coin[0]);
  const told = async ([first, second]: readonly [JudgingSet, JudgingSet]): Promise<Auroc> => {
    const clean = first === sets.coin[0] ? heads : await describe(first, heads);
    const probe = crossFittedProbe({
      clean: clean.side,
      transformed: (await describe(second, heads)).side,
      ridge: ridges.probe,
    });
    return judgedAuroc(probe, zJudged);
  };
  const ladder = async (name: 'appearance' | 'orientation', rungSets: readonly RungSets[]): Promise<Ladder> => {
    const rungs = [];
    for (const { strength, sides } of rungSets) {
      rungs.push({ strength, auroc: await told(sides), n, pictures: pictureNames(name, strength) });
    }
    return { rungs, faintestSeen: faintestSeen(rungs, threshold), required: ladderPlans[name].required };
  };
  return {
    appearance: await ladder('appearance', sets.appearance),
    orientation: await ladder('orientation', sets.orientation),
    negative: negativeControl(await told(sets.coin), n),
  };
}

function negativeControl(auroc: Auroc, n: number): NegativeControl {
  const [low, high] = auroc.intervalJudged;
  return { auroc, n, holds: low <= 0.5 && 0.5 <= high };
}
