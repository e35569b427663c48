import { namedBudgets } from '../protocol/budgets';
import type { BudgetName } from '../protocol/vocabulary';

/** How long to learn: a number of image presentations with a name, or a time whose presentations are counted as they fit. */
export type Budget =
  | { readonly name: BudgetName; readonly presentations: number; readonly minutes: null }
  | { readonly name: null; readonly presentations: null; readonly minutes: number };

const longestHours = 24 * 30;
const forms = `${Object.keys(namedBudgets).join(', ')}, or a time such as 12m, 90s or 1h30m`;

/**
 * Reads a budget as typed: `quick`, `standard`, `thorough`, `paper`, or a time in hours, minutes and seconds (`2h`, `1h30m`,
 * `90s`; whole numbers, at least a second, at most 30 days). Throws an Error that shows the right forms.
 */
export function parseBudget(text: string): Budget {
  const typed = text.trim().toLowerCase();
  if (isBudgetName(typed)) return { name: typed, presentations: namedBudgets[typed], minutes: null };
  const wrong = (why: string): Error => new Error(`The budget "${text}" ${why}. Use ${forms}.`);
  if (/^\d+$/.test(typed)) throw wrong(`has no unit; ${typed}m would be minutes`);
  const parts = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(typed);
  if (!parts || typed === '') throw wrong('is neither a name nor a time');
  const [hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  const total = hours * 60 + minutes + seconds / 60;
  if (total === 0) throw wrong('leaves no time to learn');
  if (total > longestHours * 60) throw wrong(`is longer than ${longestHours / 24} days`);
  return { name: null, presentations: null, minutes: total };
}

function isBudgetName(text: string): text is BudgetName {
  return Object.hasOwn(namedBudgets, text);
}

/** As many as the longest named budget has: intervals are corrected for the looks, before a budget in minutes knows its length. */
const mostEvaluations = 7;
const firstEvaluation = 8_000;
/** Between the last two: a network that has hardly learned since makes no second look. */
const leastRatio = 1.25;

/**
 * Presentation counts at which a run of so many presentations measures, ascending: 8,000, its doublings, and the end, without a doubling so
 * near the end that it would be the same look twice. A run that is too long for seven of these has seven at equal ratios.
 */
export function evaluationPoints(presentations: number): number[] {
  const points: number[] = [];
  for (let point = firstEvaluation; point * leastRatio < presentations; point *= 2) points.push(point);
  points.push(presentations);
  if (points.length <= mostEvaluations) return points;
  const ratio = (presentations / firstEvaluation) ** (1 / (mostEvaluations - 1));
  const between = Array.from({ length: mostEvaluations - 1 }, (_, step) => Math.round(firstEvaluation * ratio ** step));
  return [...between, presentations];
}
