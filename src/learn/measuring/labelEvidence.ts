import { pairedDifferenceInterval } from '../../judge/pairedDifference';
import { wilsonInterval } from '../../judge/wilson';
import type { ClassLabelEvidence, LabelEvidence } from '../../protocol/evidence';
import { predict, type NetworkOutputs, type Predictions } from './networkOutputs';

export interface LabelEvidenceOptions {
  readonly clean: NetworkOutputs;
  readonly transformed: NetworkOutputs;
  /** N: class index of every picture; those with −1 are left out. */
  readonly labels: Int32Array;
  /** N: index of the transform's discrete outcome, −1 where it has none. */
  readonly outcomes: Int8Array;
  readonly outcomeNames: readonly string[];
  /** Width of the per-class intervals in standard errors, corrected over classes, outcomes, transforms and looks. */
  readonly zJudged: number;
}

/**
 * The task head on the clean and the transformed version of the same pictures: do labels survive the transform?
 * Agreement is measured on pictures that are recognised clean, so that a weak head does not read as a broken label; the drop
 * in accuracy ("harder by x points") is measured on all.
 */
export function labelEvidence(options: LabelEvidenceOptions): LabelEvidence {
  const { clean, transformed, labels } = options;
  const before = predict(clean);
  const after = predict(transformed);
  const counts = { labelled: 0, clean: 0, transformed: 0, both: 0 };
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] < 0) continue;
    const wasRight = before.classes[i] === labels[i];
    const isRight = after.classes[i] === labels[i];
    counts.labelled++;
    if (wasRight) counts.clean++;
    if (isRight) counts.transformed++;
    if (wasRight && isRight) counts.both++;
  }
  const { labelled } = counts;
  return {
    agreement: counts.clean === 0 ? 0 : counts.both / counts.clean,
    interval95: wilsonInterval(counts.both, counts.clean),
    n: counts.clean,
    clean: counts.clean / labelled,
    transformed: counts.transformed / labelled,
    drop: (counts.clean - counts.transformed) / labelled,
    dropInterval95: pairedDifferenceInterval({
      onlyFirst: counts.clean - counts.both,
      onlySecond: counts.transformed - counts.both,
      n: labelled,
    }),
    perClass: perClassEvidence(options, before, after),
  };
}

function perClassEvidence(
  { clean, labels, outcomes, outcomeNames, zJudged }: LabelEvidenceOptions,
  before: Predictions,
  after: Predictions,
): ClassLabelEvidence[] {
  const named: readonly (string | null)[] = outcomeNames.length > 0 ? outcomeNames : [null];
  const evidence: ClassLabelEvidence[] = [];
  for (let label = 0; label < clean.classes; label++) {
    for (const [outcomeIndex, outcome] of named.entries()) {
      const recognised: number[] = [];
      let of = 0;
      for (let i = 0; i < labels.length; i++) {
        const sameOutcome = outcome === null || outcomes[i] === outcomeIndex;
        if (labels[i] !== label || !sameOutcome) continue;
        of++;
        if (before.classes[i] === label) recognised.push(i);
      }
      const changed = recognised.filter((i) => after.classes[i] !== label);
      evidence.push({
        class: label,
        outcome,
        of,
        n: recognised.length,
        changed: changed.length,
        intervalJudged: wilsonInterval(changed.length, recognised.length, zJudged),
        became: mostFrequent(changed.map((i) => after.classes[i])),
        confidenceClean: mean(recognised.map((i) => before.confidences[i])) ?? 0,
        confidenceChanged: mean(changed.map((i) => after.confidences[i])),
      });
    }
  }
  return evidence;
}

function mostFrequent(classes: readonly number[]): { class: number; count: number } | null {
  const counts = new Map<number, number>();
  for (const label of classes) counts.set(label, (counts.get(label) ?? 0) + 1);
  let best: { class: number; count: number } | null = null;
  for (const [label, count] of counts) {
    if (best === null || count > best.count || (count === best.count && label < best.class))
      best = { class: label, count };
  }
  return best;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
