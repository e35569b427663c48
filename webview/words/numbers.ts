import type { PanelStrings } from '../../src/protocol/panelStrings';
import type { Interval } from '../../src/protocol/vocabulary';
import { fill } from './fill';

/** How the panel writes numbers. */
export interface Numbers {
  /** "64,000" */
  count(value: number): string;
  /** Fixed decimals, a real minus sign, never "−0.0". */
  decimal(value: number, digits: number): string;
  /** "0.541" */
  auroc(value: number): string;
  /** A share as "86.7 %". */
  share(value: number, digits?: number): string;
  /** A difference of shares in percentage points, without the unit: "1.2". */
  points(value: number): string;
  /** "0.518 to 0.564" */
  range(interval: Interval, format: (value: number) => string): string;
  /** "3 min 41 s" */
  duration(seconds: number): string;
  /** "32 × 32" */
  square(side: number): string;
  /** "a, b, and c" */
  list(names: readonly string[]): string;
}

/** Between numbers and their signs, so that no line breaks there. */
const noBreak = '\u00a0';

/** `language` BCP 47; one that the browser does not know is taken as English. */
export function createNumbers(
  strings: Pick<PanelStrings, 'range' | 'seconds' | 'minutes' | 'hours'>,
  language: string,
): Numbers {
  const locale = supported(language);
  const counts = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const decimals = new Map<number, Intl.NumberFormat>();

  const decimal = (value: number, digits: number): string => {
    let format = decimals.get(digits);
    if (!format) {
      const fixed = { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'negative' } as const;
      format = new Intl.NumberFormat(locale, fixed);
      decimals.set(digits, format);
    }
    return format.format(value).replace('-', '\u2212');
  };
  const share = (value: number, digits = 1): string => `${decimal(100 * value, digits)}${noBreak}%`;
  return {
    count: (value) => counts.format(value),
    decimal,
    auroc: (value) => decimal(value, 3),
    share,
    points: (value) => decimal(100 * value, 1),
    range: ([low, high], format) => fill(strings.range, format(low), format(high)),
    duration: (seconds) => {
      const whole = Math.round(seconds);
      if (whole < 60) return fill(strings.seconds, whole);
      const minutes = Math.floor(whole / 60);
      if (minutes < 60) return fill(strings.minutes, minutes, whole % 60);
      return fill(strings.hours, Math.floor(minutes / 60), minutes % 60);
    },
    square: (side) => `${side}${noBreak}×${noBreak}${side}`,
    list: (names) => lists.format(names),
  };
}

function supported(language: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
