import type { Convergence } from '../../protocol/result';
import type { Measurement } from '../measuring/evaluate';

/** Whether a transform's evidence stands still; null before the first evaluation of a network. */
export function convergenceOf(measurements: readonly Measurement[], transform: number): Convergence | null {
  const latest = measurements[measurements.length - 1];
  if (latest === undefined || latest.presentations === 0) return null;
  return { training: latest.training?.[transform] ?? null, slope: slopeOf(measurements, transform) };
}

/** Change of the probe's AUROC per doubling of presentations, since it was last measured before; null where it was not. */
function slopeOf(measurements: readonly Measurement[], transform: number): number | null {
  const at = (index: number) => measurements[index].measuredAt[transform];
  const last = measurements.length - 1;
  const before = measurements.findLastIndex((_, index) => at(index) > 0 && at(index) < at(last));
  if (before < 0) return null;
  const auroc = (index: number): number => measurements[index].evidence[transform].alone.probe.auroc;
  return (auroc(last) - auroc(before)) / Math.log2(at(last) / at(before));
}
