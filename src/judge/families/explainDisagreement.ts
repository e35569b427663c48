import type { Explanation } from '../../protocol/closing';
import type { TransformResult } from '../../protocol/result';
import { hundredth, percent, pictureState } from '../words';
import { type HeadFires, likeliestSibling } from './sibling';

/** From this share of the pictures on, a sibling whose head fires on them is the reason; below it, a part of one at most. */
const shareThatExplains = 0.2;

/** Why a head that sees something may still say no: said once, after what is `rarely-sure`. */
export const rarelySure =
  'A head fires only when it is more than even sure, which takes strong evidence for what is in few of the pictures that it learns from.';

/** One transform with what both rules say of it. */
export type JudgedByBoth = Pick<TransformResult, 'name' | 'verdicts' | 'evidence'>;

/**
 * Why the paper's rule and the interval rule put this transform into different groups (safe, and all others), or null when they
 * do not or one of them is undecided. `heads`: how each head of the pool fires on pictures with only this transform.
 */
export function explainDisagreement(
  transforms: readonly JudgedByBoth[],
  index: number,
  heads: readonly HeadFires[],
): Explanation | null {
  const { name, verdicts, evidence } = transforms[index];
  const { paper, interval } = verdicts;
  if (paper === 'undecided' || interval === 'undecided') return null;
  if ((paper === 'safe') === (interval === 'safe')) return null;
  const told = `${pictureState(name)} pictures alone are recognised in ${hundredth(evidence.alone.probe.auroc)} of 100 pairs`;
  if (interval === 'safe') {
    const z = evidence.augmented === null ? '' : ` (z = ${evidence.augmented.z.toFixed(1)})`;
    return {
      transform: name,
      sibling: null,
      reason: 'within-subsets',
      sentence: `${name} is safe by intervals but not by the paper's rule: among other transforms its head is right more often than by chance${z}, yet ${told}, where chance is 50.`,
    };
  }
  if (interval === 'harmful') {
    return {
      transform: name,
      sibling: null,
      reason: 'labels',
      sentence: `${name} is safe by the paper's rule only because that rule does not look at labels, and they break; ${told}.`,
    };
  }
  const sibling = likeliestSibling(heads, index);
  const own = `its own head fires on ${percent(fireRate(heads[index]))} of them`;
  if (sibling === null) {
    return {
      transform: name,
      sibling: null,
      reason: 'rarely-sure',
      sentence: `${name} is safe by the paper's rule though ${told}. No look-alike explains it: ${own}, and no other fires on clearly more of them than on clean pictures.`,
    };
  }
  const other = transforms[sibling].name;
  const rate = fireRate(heads[sibling]);
  if (rate < shareThatExplains) {
    return {
      transform: name,
      sibling: other,
      reason: 'rarely-sure',
      sentence: `${name} is safe by the paper's rule though ${told}: ${own}. ${other} explains a part of it: its head fires on ${percent(rate)} of them, more than on clean pictures.`,
    };
  }
  return {
    transform: name,
    sibling: other,
    reason: 'sibling',
    sentence: `${name} is safe by the paper's rule only because ${other} explains it away: ${told}, but ${own} and that of ${other} on ${percent(rate)}.`,
  };
}

function fireRate({ transformed, n }: HeadFires): number {
  return transformed / n;
}
