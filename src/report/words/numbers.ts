import { count } from '../../judge/words';
import type { Interval } from '../../protocol/vocabulary';

const minus = '\u2212';
/** Between a number and its sign, so that no line breaks there. */
const noBreak = '\u00a0';

/** A number with fixed decimals and a real minus sign; never "−0.0". */
export function decimal(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text.replace('-', minus);
}

/** "16k", "1.05M": for axes. */
export function shortCount(value: number): string {
  if (value >= 1e6) return `${Number((value / 1e6).toFixed(2))}M`;
  return value >= 1e3 ? `${Number((value / 1e3).toFixed(1))}k` : String(value);
}

/** "0.541" */
export function auroc(value: number): string {
  return decimal(value, 3);
}

/** A share as "86.7 %". */
export function share(value: number, digits = 1): string {
  return `${decimal(100 * value, digits)}${noBreak}%`;
}

/** A difference of shares in percentage points, without the unit: "1.2". */
export function points(value: number): string {
  return decimal(100 * value, 1);
}

/** "0.518 to 0.564" */
export function range([low, high]: Interval, format: (value: number) => string): string {
  return `${format(low)} to ${format(high)}`;
}

/** "3 min 41 s" */
export function duration(seconds: number): string {
  if (seconds < 60) return `${decimal(seconds, seconds < 10 ? 1 : 0)} s`;
  const minutes = Math.floor(Math.round(seconds) / 60);
  const rest = Math.round(seconds) % 60;
  if (minutes < 60) return `${minutes} min ${rest} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** "25.1 MB", in powers of ten. */
export function bytes(value: number): string {
  const unit = [
    { name: 'GB', size: 1e9 },
    { name: 'MB', size: 1e6 },
    { name: 'kB', size: 1e3 },
  ].find(({ size }) => value >= size);
  return unit ? `${decimal(value / unit.size, 1)} ${unit.name}` : `${value} bytes`;
}

/** "a, b and c" */
export function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

/** "1 file", "3 files" */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** "800 pictures"; "500 to 800 pictures" where not all were measured on the same number. */
export function pictures(ns: readonly number[]): string {
  const [least, most] = [Math.min(...ns), Math.max(...ns)];
  return `${least === most ? '' : `${count(least)} to `}${count(most)} pictures`;
}
