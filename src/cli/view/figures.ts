import type { Auroc } from '../../protocol/evidence';
import type { Interval } from '../../protocol/vocabulary';

/** "14.5 [11.1, 17.8]" */
export function bracketed(value: number, [low, high]: Interval, format: (value: number) => string): string {
  return `${format(value)} [${format(low)}, ${format(high)}]`;
}

/** An AUROC with its judged interval: "0.51 [0.45, 0.56]". */
export function figure({ auroc, intervalJudged }: Auroc): string {
  return bracketed(auroc, intervalJudged, short);
}

/** "0.97" */
export function short(value: number): string {
  return value.toFixed(2);
}
