/** What a run costs, measured on its own first steps; seconds. */
export interface MeasuredCost {
  readonly perPresentation: number;
  /** One evaluation on the way, and each of the last two. */
  readonly perEvaluation: number;
  readonly finalEvaluation: number;
  /** The closing looks of a run of so many presentations. */
  readonly closingLooks: (presentations: number) => number;
}

/**
 * The most presentations that fit into `seconds`, closing looks and evaluations included, of which `evaluationsOf` names the
 * points, the end among them; a multiple of the batch size. Never less than one batch: a time too short for anything still
 * gives an answer, "undecided".
 */
export function presentationsThatFit(
  seconds: number,
  cost: MeasuredCost,
  evaluationsOf: (presentations: number) => readonly number[],
  batchSize: number,
): number {
  const secondsFor = (presentations: number): number =>
    presentations * cost.perPresentation +
    evaluationsCost(evaluationsOf(presentations).length, cost) +
    cost.closingLooks(presentations);
  let low = 1;
  let high = Math.max(1, Math.floor(seconds / cost.perPresentation / batchSize));
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (secondsFor(middle * batchSize) <= seconds) low = middle;
    else high = middle - 1;
  }
  return low * batchSize;
}

/** The last two measure all held-out pictures. */
function evaluationsCost(count: number, { perEvaluation, finalEvaluation }: MeasuredCost): number {
  const whole = Math.min(2, count);
  return whole * finalEvaluation + (count - whole) * perEvaluation;
}
