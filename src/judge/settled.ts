import type { Judgement } from './rejudge';

/**
 * Whether a transform need not be measured on the way any more: shifting or harmful by the interval rule, and the same, in two
 * evaluations of a network running. Labels that break may show later: a run's last two
 * evaluations measure all. `history`: its judgements, one per such evaluation, ascending.
 */
export function isSettled(history: readonly Pick<Judgement, 'verdicts'>[]): boolean {
  const [before, latest] = history.slice(-2).map(({ verdicts }) => verdicts.interval);
  return before === latest && (latest === 'shifting' || latest === 'harmful');
}
