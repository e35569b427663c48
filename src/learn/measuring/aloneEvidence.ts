import { type MeasuredAuroc, judgedAuroc } from '../../judge/aurocInterval';
import { crossFittedProbe, type ProbeResult, ridges } from '../../judge/crossFittedProbe';
import { pairedDelong } from '../../judge/delong';
import { type ProbeSide, probeSide } from '../../judge/probeSide';
import type { AloneEvidence } from '../../protocol/evidence';
import type { JudgingSet } from '../judgingSets';
import { headColumn, type NetworkOutputs } from './networkOutputs';

/** What is needed of a judging set besides the network's outputs. */
export type DrawnSet = Pick<JudgingSet, 'n' | 'statistics' | 'changedShare'>;

/** One side of every comparison: what is known of each picture, the network's features first, then the statistics. */
export interface DescribedSet {
  readonly set: DrawnSet;
  /** Null in the screening stage. */
  readonly outputs: NetworkOutputs | null;
  readonly side: ProbeSide;
}

/** Puts features and statistics of the set's first pictures (as many as there are folds) side by side. */
export function describeSet(
  set: DrawnSet,
  outputs: NetworkOutputs | null,
  folds: Uint8Array,
  clean?: DescribedSet,
): DescribedSet {
  const n = folds.length;
  if (set.statistics === null) throw new Error('This set was drawn without statistics.');
  const statisticsCount = set.statistics.length / set.n;
  const featureCount = outputs?.featureCount ?? 0;
  const dimensions = featureCount + statisticsCount;
  const features = new Float32Array(n * dimensions);
  for (let i = 0; i < n; i++) {
    if (outputs) features.set(outputs.features.subarray(i * featureCount, (i + 1) * featureCount), i * dimensions);
    features.set(
      set.statistics.subarray(i * statisticsCount, (i + 1) * statisticsCount),
      i * dimensions + featureCount,
    );
  }
  return {
    set,
    outputs,
    side: probeSide({ features, dimensions, folds, ...(clean && { origin: clean.side.origin }) }),
  };
}

/** The evidence, and each picture's score by the probe that did not see it (comparable within a fold only). */
export interface ProbedEvidence {
  readonly evidence: AloneEvidence;
  readonly scores: ProbeResult['scores'];
}

/** How well the same pictures, clean and with only this transform, are told apart: by its head and by the probes. */
export function aloneEvidence(
  clean: DescribedSet,
  transformed: DescribedSet,
  transform: number,
  zJudged: number,
): ProbedEvidence {
  const featureCount = clean.outputs?.featureCount ?? 0;
  const sides = { clean: clean.side, transformed: transformed.side };
  const judged = (measured: MeasuredAuroc) => judgedAuroc(measured, zJudged);
  const screened = crossFittedProbe({ ...sides, ridge: ridges.statistics, from: featureCount });
  const statistics = judged(screened);
  const common = { statistics, n: clean.side.n, changed: transformed.set.changedShare };
  if (clean.outputs === null || transformed.outputs === null) {
    return { evidence: { ...common, head: null, network: null, probe: statistics }, scores: screened.scores };
  }
  const head = pairedDelong(headColumn(clean.outputs, transform), headColumn(transformed.outputs, transform));
  const probed = crossFittedProbe({ ...sides, ridge: ridges.probe });
  const evidence = {
    ...common,
    head: judged({ auroc: head.auroc, standardError: Math.sqrt(head.variance), n: clean.side.n }),
    network: judged(crossFittedProbe({ ...sides, ridge: ridges.network, to: featureCount })),
    probe: judged(probed),
  };
  return { evidence, scores: probed.scores };
}
