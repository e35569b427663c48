import { judgedZ } from '../judgedZ';
import { pairedDifferenceInterval } from '../pairedDifference';

/** How one head fires on the same pictures, clean and with only some other transform applied. */
export interface HeadFires {
  /** Transformed pictures on which it fires. */
  readonly transformed: number;
  /** Of those, the ones on whose clean version it does not. */
  readonly onlyTransformed: number;
  /** Clean pictures on which it fires though not on the transformed version. */
  readonly onlyClean: number;
  /** Pictures on each side. */
  readonly n: number;
}

/**
 * The other head that fires most on a transform's pictures beyond what it does on clean ones; null when none does so for certain
 * (paired interval, corrected over the heads, wholly above 0) and more than the transform's own: what fires less explains
 * nothing away. `heads` by pool index; ties go to the lower one.
 */
export function likeliestSibling(heads: readonly HeadFires[], applied: number): number | null {
  const z = judgedZ({ transforms: Math.max(1, heads.length - 1), looks: 1 });
  let best: number | null = null;
  for (const [head, fires] of heads.entries()) {
    if (head === applied || excess(fires) <= excess(heads[applied])) continue;
    const { onlyTransformed: onlyFirst, onlyClean: onlySecond, n } = fires;
    if (pairedDifferenceInterval({ onlyFirst, onlySecond, n }, z)[0] <= 0) continue;
    if (best === null || excess(fires) > excess(heads[best])) best = head;
  }
  return best;
}

function excess({ onlyTransformed, onlyClean, n }: HeadFires): number {
  return (onlyTransformed - onlyClean) / n;
}
