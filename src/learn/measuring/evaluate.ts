import type { Transform } from '../../augment/transform';
import type { Feed } from '../../data/feed/feed';
import { assignFolds } from '../../judge/folds';
import { judgedZ } from '../../judge/judgedZ';
import { wilsonInterval } from '../../judge/wilson';
import type { Controls } from '../../protocol/controls';
import type { Auroc, Evidence } from '../../protocol/evidence';
import type { TaskHead } from '../../protocol/result';
import { createRandom } from '../../random/random';
import type { CompiledNetwork } from '../compiledNetwork';
import type { JudgingSets } from '../judgingSets';
import { aloneEvidence, describeSet } from './aloneEvidence';
import { cleanEvidence } from './cleanEvidence';
import { infer, type KeptOutputs, type Weights } from './infer';
import { labelEvidence } from './labelEvidence';
import { type NetworkOutputs, predict } from './networkOutputs';
import { subsetEvidence } from './subsetEvidence';

/** Everything measured at one look. */
export interface Measurement {
  readonly presentations: number;
  readonly taskHead: TaskHead | null;
  /** By pool index. */
  readonly evidence: readonly Evidence[];
  /** By pool index: presentations at which the evidence was measured, fewer than these where it was carried on. */
  readonly measuredAt: readonly number[];
  /** By pool index: the heads on pictures that were learned from; null but at the end of a run. */
  readonly training: readonly Auroc[] | null;
  /** What the detector could have seen; null before training and without controls. */
  readonly controls: Controls | null;
}

export interface MeasureOptions {
  readonly sets: JudgingSets;
  readonly pool: readonly Transform[];
  readonly feed: Feed;
  /** Pictures to measure, the first n of the judging sets. */
  readonly n: number;
  /** Planned looks of the whole run, which intervals are corrected for. */
  readonly looks: number;
  readonly seed: number;
  readonly signal: AbortSignal;
  /** Pool indices that are not measured; their evidence is that of `previous`. Default none. */
  readonly settled?: ReadonlySet<number>;
  readonly previous?: Measurement | undefined;
  /** Where the network's outputs are kept for the closing looks. */
  readonly kept?: KeptOutputs | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

/** The screening stage: what image statistics alone tell, before any training. */
export function screen({ sets, pool, n, looks, seed }: MeasureOptions): Measurement {
  const folds = assignFolds(n, createRandom(seed, 'folds'));
  const zJudged = judgedZ({ transforms: pool.length, looks });
  const clean = describeSet(sets.clean, null, folds);
  const evidence = pool.map((_, transform): Evidence => {
    const transformed = describeSet(sets.only[transform], null, folds, clean);
    const { evidence: alone } = aloneEvidence(clean, transformed, transform, zJudged);
    return { clean: null, augmented: null, alone, labels: null };
  });
  return { presentations: 0, taskHead: null, evidence, measuredAt: pool.map(() => 0), training: null, controls: null };
}

/** What was measured, and the per-picture scores behind it, from which thresholds and intervals can be recomputed. */
export interface Measured {
  readonly measurement: Measurement;
  /**
   * By name: `clean/heads` and `clean/task` (N × T, N × K); the same of `only/<transform>/`, with `probe clean` and `probe` (N
   * each; comparable within a fold only); `subset/heads` and `subset/applied` (2N × T); `folds` (N).
   */
  readonly scores: Readonly<Record<string, Float32Array>>;
}

/** Steps 2 and 3 of the paper, and what it lacks: each transform alone, and what it does to the labels. */
export async function measure(
  network: CompiledNetwork,
  weights: Weights,
  presentations: number,
  options: MeasureOptions,
): Promise<Measured> {
  const { sets, pool, n, looks, seed } = options;
  const { classes } = network.network.options;
  const folds = assignFolds(n, createRandom(seed, 'folds'));
  const zJudged = judgedZ({ transforms: pool.length, looks });
  const outcomeCount = pool.reduce((sum, { outcomes }) => sum + Math.max(1, outcomes?.length ?? 1), 0);
  const zLabels = judgedZ({ transforms: outcomeCount, looks, comparisons: Math.max(1, classes) });

  const cleanOutputs = await infer(network, weights, sets.clean, options);
  const clean = describeSet(sets.clean, cleanOutputs, folds);
  const augmented = await inferSubsets(network, weights, options);
  const labels = sets.clean.labels.subarray(0, n);
  const evidence: Evidence[] = [];
  const scores: Record<string, Float32Array> = {
    'clean/heads': cleanOutputs.headLogits,
    'clean/task': cleanOutputs.taskLogits,
    'subset/heads': augmented.outputs.headLogits,
    'subset/applied': Float32Array.from(augmented.applied),
    folds: Float32Array.from(folds),
  };
  const measuredAt: number[] = [];
  for (const [index, transform] of pool.entries()) {
    const carried = options.settled?.has(index) ? options.previous : undefined;
    measuredAt.push(carried?.measuredAt[index] ?? presentations);
    if (carried !== undefined) {
      evidence.push(carried.evidence[index]);
      continue;
    }
    const outputs = await infer(network, weights, sets.only[index], options);
    const transformed = describeSet(sets.only[index], outputs, folds, clean);
    scores[`only/${transform.name}/heads`] = outputs.headLogits;
    scores[`only/${transform.name}/task`] = outputs.taskLogits;
    const { evidence: alone, scores: probed } = aloneEvidence(clean, transformed, index, zJudged);
    scores[`only/${transform.name}/probe clean`] = Float32Array.from(probed.clean);
    scores[`only/${transform.name}/probe`] = Float32Array.from(probed.transformed);
    evidence.push({
      clean: cleanEvidence(cleanOutputs, index),
      augmented: subsetEvidence(augmented.outputs, augmented.applied, index),
      alone,
      labels:
        classes === 0
          ? null
          : labelEvidence({
              clean: cleanOutputs,
              transformed: outputs,
              labels,
              outcomes: sets.only[index].outcomes.subarray(0, n),
              outcomeNames: transform.outcomes ?? [],
              zJudged: zLabels,
            }),
    });
    options.onProgress?.((index + 1) * n, pool.length * n);
  }
  const head = taskHead(cleanOutputs, labels);
  const measurement = { presentations, taskHead: head, evidence, measuredAt, training: null, controls: null };
  return { measurement, scores };
}

async function inferSubsets(
  network: CompiledNetwork,
  weights: Weights,
  options: MeasureOptions,
): Promise<{ outputs: NetworkOutputs; applied: Uint8Array }> {
  const { sets, pool, n } = options;
  const parts: NetworkOutputs[] = [];
  for (const set of sets.subsets) parts.push(await infer(network, weights, set, options));
  const join = (arrays: readonly Float32Array[]): Float32Array =>
    Float32Array.from(arrays.flatMap((array) => [...array]));
  const applied = new Uint8Array(n * parts.length * pool.length);
  sets.subsets.forEach((set, i) => applied.set(set.applied.subarray(0, n * pool.length), i * n * pool.length));
  return {
    applied,
    outputs: { ...parts[0], n: n * parts.length, headLogits: join(parts.map(({ headLogits }) => headLogits)) },
  };
}

function taskHead(outputs: NetworkOutputs, labels: Int32Array): TaskHead | null {
  if (outputs.classes === 0) return null;
  const predicted = predict(outputs).classes;
  let right = 0;
  let n = 0;
  for (const [i, label] of labels.entries()) {
    if (label < 0) continue;
    n++;
    if (predicted[i] === label) right++;
  }
  return { accuracy: right / n, interval95: wilsonInterval(right, n), n };
}
