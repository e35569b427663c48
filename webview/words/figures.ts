import type { Auroc, LabelEvidence } from '../../src/protocol/evidence';
import { fill } from './fill';
import type { Words } from './words';

/** "AUROC 0.541, judged interval 0.518 to 0.564, on 2,000 pictures a side." */
export function aurocFigure(
  { auroc, intervalJudged }: Pick<Auroc, 'auroc' | 'intervalJudged'>,
  n: number,
  { strings, numbers }: Words,
): string {
  const range = numbers.range(intervalJudged, numbers.auroc);
  return fill(strings.figureAuroc, numbers.auroc(auroc), range, numbers.count(n));
}

/** "Of 1,751 recognised pictures the task head keeps the class of 97.8 % (97.0 % to 98.4 %)." */
export function labelFigure({ n, agreement, interval95 }: LabelEvidence, { strings, numbers }: Words): string {
  const share = (value: number): string => numbers.share(value);
  return fill(strings.figureLabels, numbers.count(n), share(agreement), numbers.range(interval95, share));
}
