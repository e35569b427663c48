import type { Interval } from '../../protocol/vocabulary';

/** Maps values to a position across a chart. */
export interface Scale {
  readonly domain: Interval;
  /** Values to print along the axis, ascending, inside the domain. */
  readonly ticks: readonly number[];
  /** Position of a value in percent of the width, 0 at the low end of the domain; values outside land on the nearer end. */
  at(value: number): number;
}

/** A linear scale over exactly this domain; `ticks` default to its two ends. */
export function linearScale(domain: Interval, ticks: readonly number[] = domain): Scale {
  const [low, high] = domain;
  if (!(high > low)) throw new RangeError(`A scale needs a domain that rises, not [${low}, ${high}].`);
  return {
    domain,
    ticks,
    at: (value) => Math.min(100, Math.max(0, (100 * (value - low)) / (high - low))),
  };
}

/** A linear scale that holds all of `values`, its ends and ticks on steps of 1, 2 or 5 times a power of ten. */
export function niceScale(values: readonly number[], intervals = 4): Scale {
  const finite = values.filter(Number.isFinite);
  const low = finite.length ? Math.min(...finite) : 0;
  const high = finite.length ? Math.max(...finite) : 1;
  const magnitude = Math.max(1, Math.abs(low), Math.abs(high));
  // Values that differ by rounding only count as one.
  const span = high - low > 1e-9 * magnitude ? high - low : magnitude;
  const step = niceStep(span / intervals);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  return linearScale([ticks[0], ticks[ticks.length - 1]], ticks);
}

/** The AUROC axis: ends at 1 and starts at a tenth below everything that is drawn, never above 0.4. */
export function aurocScale(values: readonly number[]): Scale {
  const low = Math.min(4, ...values.map((value) => Math.floor(value * 10 + 1e-9)));
  const ticks = Array.from({ length: 11 - low }, (_, index) => (low + index) / 10);
  return linearScale([low / 10, 1], ticks);
}

/** Presentations double from look to look, so their axis is logarithmic; 0 (before training) stands one step left of the first. */
export function presentationsScale(looks: readonly number[]): Scale {
  const trained = looks.filter((look) => look > 0);
  const first = trained[0] ?? 1;
  const step = (value: number): number => (value > 0 ? Math.log2(value / first) : -1);
  const steps = looks.map(step);
  const domain = [Math.min(...steps, 0), Math.max(...steps, 0)] as const;
  const even = linearScale(domain[1] > domain[0] ? domain : [domain[0] - 1, domain[1] + 1]);
  return { domain: [looks[0] ?? 0, looks[looks.length - 1] ?? 1], ticks: looks, at: (value) => even.at(step(value)) };
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}
