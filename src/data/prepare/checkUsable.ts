import { DataError } from '../dataError';
import type { Dataset, SkippedFile } from '../dataset';
import { counted } from '../folder/describeFolder';

/** Fewer give no answer worth having. */
export const fewestImages = 60;
const largestBadShare = 0.05;
const shownFiles = 5;

/** Throws a DataError that shows what was found when more than 5 % of the pictures cannot be used, or fewer than 60 can. */
export function checkUsable(dataset: Dataset, usable: number, skipped: readonly SkippedFile[]): void {
  const total = usable + skipped.length;
  if (skipped.length > largestBadShare * total) {
    const share = ((100 * skipped.length) / total).toFixed(0);
    throw new DataError(
      [
        `${counted(skipped.length, 'image')} of ${total} (${share} %) in ${dataset.root} cannot be used; at most 5 % may be bad.`,
        ...describeSkipped(skipped),
        'Mend or remove them and start again.',
      ].join('\n'),
    );
  }
  if (usable < fewestImages) {
    throw new DataError(
      [
        `${counted(usable, 'usable image')} for training in ${dataset.root}: too few. At least ${fewestImages} are needed, some hundreds for an answer.`,
        `Found: ${describeDataset(dataset)}.`,
        ...describeSkipped(skipped),
      ].join('\n'),
    );
  }
}

function describeDataset({ format, classes, items }: Dataset): string {
  const splits = (['train', 'val', 'test'] as const).flatMap((split) => {
    const count = items.filter((item) => item.split === split).length;
    return count > 0 ? [`${split} ${count}`] : [];
  });
  const labels = classes.length > 0 ? counted(classes.length, 'class', 'classes') : 'no labels';
  return `${format}, ${labels}, ${counted(items.length, 'image')} (${splits.join(', ')})`;
}

function describeSkipped(skipped: readonly SkippedFile[]): string[] {
  const lines = skipped.slice(0, shownFiles).map(({ file, reason }) => `  ${file}: ${reason}`);
  return skipped.length > shownFiles ? [...lines, `  and ${skipped.length - shownFiles} more`] : lines;
}
