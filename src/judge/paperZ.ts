/** Augmented draws that z is scaled to, so that its cut means the same for any number of held-out pictures. */
const drawsOfReference = 4000;

export interface HeadCounts {
  /** Augmented pictures with the transform on which its head fires. */
  readonly truePositives: number;
  /** Augmented pictures without it on which its head fires. */
  readonly falsePositives: number;
  /** Augmented pictures in all. */
  readonly n: number;
}

/**
 * By how many standard errors a head does better in augmented pictures than always answering "not applied": accuracy exceeds
 * that trivial level by (TP − FP)/n, and z = (TP − FP)/√(TP + FP), times √(4000/n). 0 when the head never fires.
 */
export function paperZ({ truePositives, falsePositives, n }: HeadCounts): number {
  const fired = truePositives + falsePositives;
  return fired === 0 ? 0 : ((truePositives - falsePositives) / Math.sqrt(fired)) * Math.sqrt(drawsOfReference / n);
}
