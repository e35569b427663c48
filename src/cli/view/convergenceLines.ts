import { hasMemorised } from '../../judge/hasMemorised';
import type { Result, TransformResult } from '../../protocol/result';
import { headOnBoth } from '../../report/words/convergence';
import { decimal } from '../../report/words/numbers';
import { figure } from './figures';

/** So many of the steepest are named; of the others only the most. */
const named = 3;

/** Would more training change the answer, and did the heads learn pictures by heart? A line each; nothing before two evaluations. */
export function convergenceLines({ transforms }: Result): string[] {
  return [...slopes(transforms), ...memorising(transforms)];
}

function slopes(transforms: readonly TransformResult[]): string[] {
  const steepest = transforms
    .flatMap(({ name, convergence }) => (convergence?.slope == null ? [] : [{ name, slope: convergence.slope }]))
    .sort((a, b) => Math.abs(b.slope) - Math.abs(a.slope));
  if (steepest.length === 0) return [];
  const told = steepest.slice(0, named).map(({ name, slope }) => `${name} ${slope > 0 ? '+' : ''}${decimal(slope, 3)}`);
  const rest = steepest.slice(named);
  const others = rest.length > 0 ? `; the other ${rest.length} by at most ${decimal(Math.abs(rest[0].slope), 3)}` : '';
  return [`At the end AUROCs changed per doubling of presentations: ${told.join(', ')}${others}.`];
}

function memorising(transforms: readonly TransformResult[]): string[] {
  const both = transforms.flatMap((transform) => {
    const heads = headOnBoth(transform);
    return heads === null ? [] : [{ name: transform.name, ...heads, isMemorised: hasMemorised(heads) }];
  });
  if (both.length === 0) return [];
  const gap = ({ training, heldOut }: (typeof both)[number]): number => training.auroc - heldOut.auroc;
  const widest = both.toSorted((a, b) => gap(b) - gap(a));
  const memorised = widest.filter(({ isMemorised }) => isMemorised);
  const told = (memorised.length > 0 ? memorised.slice(0, named) : widest.slice(0, 1)).map(
    ({ name, training, heldOut }) => `${name} ${figure(training)} against ${figure(heldOut)}`,
  );
  const more = memorised.length > named ? `, and ${memorised.length - named} more` : '';
  const finding = memorised.length > 0 ? 'in part memorised' : 'no sign of memorising, farthest apart';
  return [`Heads on pictures learned from against held-out ones: ${finding}: ${told.join(', ')}${more}.`];
}
