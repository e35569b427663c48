/** What a run costs, measured on its own first steps; seconds. */
export interface MeasuredCost {
  readonly secondsPerPresentation: number;
  /** One forward pass of one image, with its share of drawing and describing. */
  readonly secondsPerMeasuredImage: number;
  /** Images that one evaluation passes through the network. */
  readonly imagesPerEvaluation: number;
}

/**
 * The most presentations that fit into `seconds`, the evaluations on the way included. Never less than one batch: a time too
 * short for anything still gives an answer, "undecided".
 */
export function presentationsThatFit(
  seconds: number,
  cost: MeasuredCost,
  evaluations: readonly number[],
  batchSize: number,
): number {
  const evaluationSeconds = cost.secondsPerMeasuredImage * cost.imagesPerEvaluation;
  const secondsFor = (presentations: number): number => {
    const count = evaluations.filter((point) => point < presentations).length + 1;
    return presentations * cost.secondsPerPresentation + count * evaluationSeconds;
  };
  let low = 1;
  let high = Math.max(1, Math.floor(seconds / cost.secondsPerPresentation / batchSize));
  if (secondsFor(high * batchSize) <= seconds) return high * batchSize;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (secondsFor(middle * batchSize) <= seconds) low = middle;
    else high = middle - 1;
  }
  return low * batchSize;
}
