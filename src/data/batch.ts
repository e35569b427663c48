import type { MarkRanges, Marks } from './feed/draws/marks';
import type { Step } from './feed/steps/step';

/** What the learner asks the data feed for, and what it gets. Shapes: N images, side S, C channels, T transforms, F statistics. */

/** Which transforms each image of a batch gets. */
export type Draw =
  /** None. */
  | { readonly kind: 'clean' }
  /** A random subset of the pool, drawn for every image by itself (or once for the batch). */
  | { readonly kind: 'subset'; readonly maxSubset: number; readonly per: 'image' | 'batch' }
  /** Only the transform with this index in the pool, in a draw that has an effect. */
  | { readonly kind: 'only'; readonly transform: number }
  /** Only the transform with this index in the pool, with strengths drawn up to `value`. */
  | { readonly kind: 'strength'; readonly transform: number; readonly value: number }
  /** These transforms one after the other, in this order, each in a draw that has an effect. */
  | { readonly kind: 'chain'; readonly transforms: readonly number[]; readonly milder: readonly MilderDraw[] }
  /** A random subset of these, in random order, each applied with probability p: as a safe set is used. */
  | {
      readonly kind: 'use';
      readonly transforms: readonly number[];
      readonly milder: readonly MilderDraw[];
      readonly subsetSize: number;
      readonly p: number;
    }
  /** No transform; the marks of the controls, the same on every image. */
  | { readonly kind: 'marked'; readonly marks: Marks }
  /** No transform; marks drawn for every image, to learn from. */
  | { readonly kind: 'randomMarks'; readonly ranges: MarkRanges };

/** The transform with this index in the pool draws strengths up to `value` instead of its default. */
export interface MilderDraw {
  readonly transform: number;
  readonly value: number;
}

export interface BatchRequest {
  /** Indices into the data set's items. */
  readonly items: Int32Array;
  readonly draw: Draw;
  /** What every picture goes through after its transforms. Default: nothing. */
  readonly step?: Step | undefined;
  /**
   * Names the random stream: image i of this batch is drawn from createRandom(seed, stream, firstPosition + i), whatever
   * thread makes it and whenever.
   */
  readonly stream: string;
  readonly firstPosition: number;
  /** Also compute the coarse statistics of every picture. */
  readonly statistics: boolean;
}

export interface Batch {
  readonly request: BatchRequest;
  /** N × S × S × C, after transforms, final resize and guard. S = size − guard. */
  readonly pixels: Uint8Array;
  /** N × T: 1 where the transform was applied. */
  readonly applied: Uint8Array;
  /** N: class index per image; −1 without labels. */
  readonly labels: Int32Array;
  /** N: for 'only' and 'chain' draws with discrete outcomes the index of the outcome, else −1. */
  readonly outcomes: Int8Array;
  /** N: 1 where the picture (before the guard) differs from its clean version; only for 'only' and 'strength' draws, else all 1. */
  readonly changed: Uint8Array;
  /** N × the labels of `markLabels`, 1 where true; null but for 'randomMarks' draws. */
  readonly marks: Uint8Array | null;
  /** N × F, or null when not asked for. */
  readonly statistics: Float32Array | null;
}
