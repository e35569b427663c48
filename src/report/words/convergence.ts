import { hasMemorised } from '../../judge/hasMemorised';
import type { Auroc } from '../../protocol/evidence';
import type { TransformResult } from '../../protocol/result';
import { auroc, decimal, range } from './numbers';

/** A transform's head on pictures that were learned from, and on held-out ones; null where either was not measured. */
export function headOnBoth({
  convergence,
  evidence,
}: Pick<TransformResult, 'convergence' | 'evidence'>): { training: Auroc; heldOut: Auroc } | null {
  const training = convergence?.training ?? null;
  const heldOut = evidence.alone.head;
  return training === null || heldOut === null ? null : { training, heldOut };
}

/** Would more training change the answer? Nothing where there is nothing to compare. */
export function convergenceInWords(transform: TransformResult): string[] {
  const { convergence: found } = transform;
  const rises =
    found === null || found.slope === null
      ? []
      : [
          `At the end its AUROC ${found.slope < 0 ? 'fell' : 'rose'} by ${decimal(Math.abs(found.slope), 3)} per doubling of presentations.`,
        ];
  const both = headOnBoth(transform);
  if (both === null) return rises;
  const { training, heldOut } = both;
  const read = `Its head reads ${told(training)} on pictures that were learned from and ${told(heldOut)} on held-out ones (judged intervals)`;
  const so = hasMemorised(both) ? ': it has in part memorised pictures.' : ': no sign that it memorised pictures.';
  return [[...rises, `${read}${so}`].join(' ')];
}

function told({ auroc: value, intervalJudged }: Auroc): string {
  return `${auroc(value)} (${range(intervalJudged, auroc)})`;
}
