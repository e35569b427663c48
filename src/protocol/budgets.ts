import type { BudgetName } from './vocabulary';

/** Image presentations of the named budgets. */
export const namedBudgets: Readonly<Record<BudgetName, number>> = {
  quick: 64_000,
  standard: 128_000,
  thorough: 256_000,
  paper: 512_000,
};
