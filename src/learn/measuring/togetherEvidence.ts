import { judgedAuroc } from '../../judge/aurocInterval';
import { crossFittedProbe, ridges } from '../../judge/crossFittedProbe';
import { assignFolds } from '../../judge/folds';
import type { TogetherEvidence } from '../../judge/pairs/judgeTogether';
import { createRandom } from '../../random/random';
import type { ClosingContext } from '../closing/closingContext';
import { describeSet, type DescribedSet } from './aloneEvidence';
import { infer } from './infer';
import { labelEvidence } from './labelEvidence';
import type { PassedPictures } from './passThrough';

/** Turns what passed through the network into evidence, against the clean version of the same pictures. */
export type TogetherMeasure = (passed: PassedPictures, outcomeNames: readonly string[]) => Promise<TogetherEvidence>;

export interface TogetherMeasureOptions {
  /** Width of the probe's judged interval in standard errors. */
  readonly zJudged: number;
  /** The same of the intervals per class. */
  readonly zLabels: number;
}

/** The evidence on the judging pictures' first n, however many were passed; each clean side is described once. */
export function togetherMeasure(
  context: ClosingContext,
  { zJudged, zLabels }: TogetherMeasureOptions,
): TogetherMeasure {
  const { job, network, weights, sets, kept } = context;
  const { feed, signal, settings, classes } = job;
  const cleanSides = new Map<number, DescribedSet>();
  const cleanOf = async (n: number): Promise<DescribedSet> => {
    const known = cleanSides.get(n);
    if (known !== undefined) return known;
    const outputs = await infer(network, weights, sets.clean, { feed, n, signal, kept });
    const described = describeSet(sets.clean, outputs, assignFolds(n, createRandom(settings.seed, 'folds')));
    cleanSides.set(n, described);
    return described;
  };
  return async ({ outputs, statistics, outcomes }, outcomeNames) => {
    const { n } = outputs;
    const clean = await cleanOf(n);
    const transformed = describeSet({ n, statistics, changedShare: 1 }, outputs, clean.side.folds, clean);
    const probed = crossFittedProbe({ clean: clean.side, transformed: transformed.side, ridge: ridges.probe });
    return {
      probe: judgedAuroc(probed, zJudged),
      labels:
        classes.length === 0 || clean.outputs === null
          ? null
          : labelEvidence({
              clean: clean.outputs,
              transformed: outputs,
              labels: sets.clean.labels.subarray(0, n),
              outcomes,
              outcomeNames,
              zJudged: zLabels,
            }),
      n,
    };
  };
}
