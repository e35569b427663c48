import type { Feed } from '../../data/feed/feed';
import { judgedAuroc } from '../../judge/aurocInterval';
import { crossFittedProbe, ridges } from '../../judge/crossFittedProbe';
import { assignFolds } from '../../judge/folds';
import { judgedZ } from '../../judge/judgedZ';
import type { MeasuredStep } from '../../judge/magnitudes/judgeSteps';
import type { Magnitude } from '../../protocol/closing';
import { createRandom } from '../../random/random';
import { drawSet, type JudgingSets } from '../judgingSets';
import type { LearnJob } from '../learnJob';
import { describeSet, type DescribedSet } from '../measuring/aloneEvidence';
import type { Measurement } from '../measuring/evaluate';
import { countSteps, type GradedTransform, gradedTransforms } from './gradedTransforms';
import { magnitudeOf } from './magnitudeOf';
import { stepSettings } from './stepSettings';

/** Pictures per step: the curve is to be there within seconds. */
const pictures = 300;

export interface ScreenMagnitudesOptions {
  readonly job: Pick<LearnJob, 'feed' | 'pool' | 'classes' | 'settings' | 'signal'>;
  readonly sets: JudgingSets;
  /** The judging items in the order of the sets. */
  readonly judging: Int32Array;
  /** What the screening stage measured at the default strengths. */
  readonly screening: Measurement;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * How well image statistics alone tell each strength, before any training: what they see is `shifting`, what they don't see is not
 * yet known. Throws the signal's reason when aborted.
 */
export async function screenMagnitudes(options: ScreenMagnitudesOptions): Promise<Magnitude[]> {
  const { job, sets, judging, screening, onProgress } = options;
  const graded = gradedTransforms(job.pool);
  const items = judging.slice(0, pictures);
  const clean = describeSet(sets.clean, null, assignFolds(items.length, createRandom(job.settings.seed, 'folds')));
  const zJudged = judgedZ({ transforms: countSteps(graded), looks: 1 });
  const batchSize = sets.clean.requests[0].items.length;
  const magnitudes: Magnitude[] = [];
  for (const one of graded) {
    const steps: MeasuredStep[] = [];
    for (const value of one.strength.grid) {
      const { probe, n } = screening.evidence[one.index].alone;
      if (value === one.strength.default) steps.push({ probe, labels: null, n });
      else steps.push(await screenStep(one, value, { ...job, items, batchSize, clean, zJudged }));
    }
    magnitudes.push(magnitudeOf(one, { steps, available: judging.length, settings: stepSettings(job, screening) }));
    onProgress(magnitudes.length, graded.length);
  }
  return magnitudes;
}

interface ScreenStepOptions {
  readonly feed: Feed;
  readonly items: Int32Array;
  readonly batchSize: number;
  readonly clean: DescribedSet;
  readonly zJudged: number;
  readonly signal: AbortSignal;
}

async function screenStep(
  { index, transform: { name } }: GradedTransform,
  value: number,
  { clean, zJudged, ...options }: ScreenStepOptions,
): Promise<MeasuredStep> {
  const draw = { kind: 'strength', transform: index, value } as const;
  const set = await drawSet(draw, `judge strength ${name}`, false, { ...options, transforms: 0 });
  const { side } = describeSet(set, null, clean.side.folds, clean);
  const probed = crossFittedProbe({ clean: clean.side, transformed: side, ridge: ridges.statistics });
  return { probe: judgedAuroc(probed, zJudged), labels: null, n: side.n };
}
