import { paperZ } from '../../judge/paperZ';
import { wilsonInterval } from '../../judge/wilson';
import type { AugmentedAccuracy } from '../../protocol/evidence';
import { headColumn, type NetworkOutputs } from './networkOutputs';

/**
 * Step 3 of the paper: how well the transform's head tells whether it was part of the subset.
 * `applied`: N × T, 1 where the transform was applied.
 */
export function subsetEvidence(augmented: NetworkOutputs, applied: Uint8Array, transform: number): AugmentedAccuracy {
  const { n, transforms } = augmented;
  const logits = headColumn(augmented, transform);
  let truePositives = 0;
  let falsePositives = 0;
  let positives = 0;
  for (let i = 0; i < n; i++) {
    const isApplied = applied[i * transforms + transform] === 1;
    if (isApplied) positives++;
    if (logits[i] > 0) {
      if (isApplied) truePositives++;
      else falsePositives++;
    }
  }
  const right = truePositives + (n - positives - falsePositives);
  return {
    accuracy: right / n,
    recall: positives === 0 ? 0 : truePositives / positives,
    z: paperZ({ truePositives, falsePositives, n }),
    n,
    interval95: wilsonInterval(right, n),
    trivialAccuracy: 1 - positives / n,
    recallInterval95: wilsonInterval(truePositives, positives),
  };
}
