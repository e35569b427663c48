import type { Image } from '../../../augment/image';

/** One picture of a batch at working size, before the guard. */
export interface DrawnPicture {
  /** May be the base picture itself. */
  readonly image: Image;
  /** Indices of the applied transforms in the pool. */
  readonly applied: readonly number[];
  /** Index of the draw's discrete outcome, −1 without. */
  readonly outcome: number;
  /** The labels of `markLabels`; only for 'randomMarks' draws. */
  readonly marks?: readonly number[];
}
