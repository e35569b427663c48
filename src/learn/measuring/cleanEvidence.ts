import { wilsonInterval } from '../../judge/wilson';
import type { FalsePositives } from '../../protocol/evidence';
import { headColumn, type NetworkOutputs } from './networkOutputs';

/** Step 2 of the paper: how often the transform's head fires (logit > 0) on clean pictures. */
export function cleanEvidence(clean: NetworkOutputs, transform: number): FalsePositives {
  let falsePositives = 0;
  for (const logit of headColumn(clean, transform)) if (logit > 0) falsePositives++;
  const { n } = clean;
  return { falsePositives, n, rate: falsePositives / n, interval95: wilsonInterval(falsePositives, n) };
}
