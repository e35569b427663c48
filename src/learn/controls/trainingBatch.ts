import type { Batch } from '../../data/batch';
import { markLabels } from '../../data/feed/draws/marks';

/** What a training step takes of a batch; see `TrainInputs`. */
export type TrainingBatch = Pick<Batch, 'pixels' | 'labels' | 'applied'>;

/**
 * Control pictures behind augmented ones, as one batch. Control pictures have no class here: marks are all that is learned from
 * them.
 */
export function withMarks(augmented: Batch, control: Batch): TrainingBatch {
  const rows = augmented.labels.length;
  const controlRows = control.labels.length;
  const { marks } = control;
  if (marks === null) throw new Error('Control pictures to learn from need marks.');
  const transforms = augmented.applied.length / rows;
  const columns = transforms + markLabels.length;
  const pixels = new Uint8Array(augmented.pixels.length + control.pixels.length);
  pixels.set(augmented.pixels);
  pixels.set(control.pixels, augmented.pixels.length);
  const labels = new Int32Array(rows + controlRows).fill(-1);
  labels.set(augmented.labels);
  const applied = new Uint8Array((rows + controlRows) * columns);
  for (let i = 0; i < rows; i++) {
    applied.set(augmented.applied.subarray(i * transforms, (i + 1) * transforms), i * columns);
  }
  for (let i = 0; i < controlRows; i++) {
    const from = i * markLabels.length;
    applied.set(marks.subarray(from, from + markLabels.length), (rows + i) * columns + transforms);
  }
  return { pixels, labels, applied };
}
