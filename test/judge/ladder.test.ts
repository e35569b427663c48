import { expect, it } from 'vitest';
import { faintestSeen } from '../../src/judge/ladder';
import { between } from './looks';

const rungs = (lows: readonly number[]) =>
  lows.map((low, i) => ({ strength: 32 / 2 ** i, auroc: between(low, Math.min(1, low + 0.1)) }));

it('gives the faintest mark that is told surely', () => {
  expect(faintestSeen(rungs([0.9, 0.8, 0.65, 0.5]), 0.6)).toBe(8);
  // In whatever order they come.
  expect(faintestSeen(rungs([0.9, 0.8, 0.65, 0.5]).reverse(), 0.6)).toBe(8);
});

it('takes nothing back for a stronger mark whose interval is too wide to tell', () => {
  expect(faintestSeen(rungs([0.4, 0.5, 0.8]), 0.6)).toBe(8);
  expect(faintestSeen(rungs([0.5, 0.9, 0.4]), 0.6)).toBe(16);
  expect(faintestSeen(rungs([0.4, 0.5, 0.5]), 0.6)).toBeNull();
});

it('takes an interval that touches the threshold for missed, and follows the threshold', () => {
  expect(faintestSeen(rungs([0.9, 0.6]), 0.6)).toBe(32);
  expect(faintestSeen(rungs([0.9, 0.6]), 0.59)).toBe(16);
  expect(faintestSeen([], 0.6)).toBeNull();
});
