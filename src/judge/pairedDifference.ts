import type { Interval } from '../protocol/vocabulary';
import { pointwiseZ } from './judgedZ';

export interface PairedCounts {
  /** Pictures right in the first version only. */
  readonly onlyFirst: number;
  /** Pictures right in the second version only. */
  readonly onlySecond: number;
  readonly n: number;
}

/**
 * Interval for the difference of two proportions measured on the same n pictures, (onlyFirst − onlySecond)/n, within −1..1.
 * Half a picture is added to each of the four cells before Wald's formula, which keeps its coverage near the nominal one for
 * small counts. Source: A. Agresti & Y. Min, Statistics in Medicine 24 (2005) 729–740 ("Wald+2").
 */
export function pairedDifferenceInterval({ onlyFirst, onlySecond, n }: PairedCounts, z = pointwiseZ): Interval {
  const first = onlyFirst + 0.5;
  const second = onlySecond + 0.5;
  const total = n + 2;
  const difference = (first - second) / total;
  const error = Math.sqrt(first + second - (first - second) ** 2 / total) / total;
  return [Math.max(-1, difference - z * error), Math.min(1, difference + z * error)];
}
