import type { TraceProbe } from '../../src/protocol/closing';
import type { Auroc, LabelEvidence } from '../../src/protocol/evidence';
import type { FileTest } from '../../src/protocol/result';
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

/** "AUROC 0.998 (0.991 to 1.000) as read at 32 px without the guard, 0.503 (0.480 to 0.526) with the trace hidden on both sides …" */
export function fileTestFigure({ unguarded, guarded, n }: FileTest, size: number, { strings, numbers }: Words): string {
  const [before, after] = [unguarded, guarded].map(({ auroc, interval95 }) => [
    numbers.auroc(auroc),
    numbers.range(interval95, numbers.auroc),
  ]);
  return fill(strings.figureFileTest, ...before, size, ...after, numbers.count(n));
}

/** "AUROC 0.977 (judged interval 0.954 to 1.000) without the step, 0.620 (…) with it: 0.357 less (95 % interval 0.330 to 0.380) …" */
export function traceFigure(probe: TraceProbe, { strings, numbers }: Words): string {
  const [before, after] = [probe.without, probe.with].map(({ auroc, intervalJudged }) => [
    numbers.auroc(auroc),
    numbers.range(intervalJudged, numbers.auroc),
  ]);
  const difference = numbers.decimal(probe.without.auroc - probe.with.auroc, 3);
  const interval = numbers.range(probe.differenceInterval95, numbers.auroc);
  return fill(strings.figureTrace, ...before, ...after, difference, interval, numbers.count(probe.n));
}
