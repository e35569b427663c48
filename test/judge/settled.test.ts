import { expect, it } from 'vitest';
import { isSettled } from '../../src/judge/settled';
import type { Verdict } from '../../src/protocol/vocabulary';

const said = (...verdicts: Verdict[]) =>
  verdicts.map((interval) => ({ verdicts: { interval, paper: 'other' as const } }));

it('is settled by two evaluations running that say shifting, or harmful', () => {
  expect(isSettled(said('undecided', 'shifting', 'shifting'))).toBe(true);
  expect(isSettled(said('harmful', 'harmful'))).toBe(true);
});

it('is not settled by one, by two that differ, by an earlier two, or by any other verdict', () => {
  expect(isSettled(said())).toBe(false);
  expect(isSettled(said('shifting'))).toBe(false);
  expect(isSettled(said('shifting', 'harmful'))).toBe(false);
  expect(isSettled(said('shifting', 'shifting', 'undecided'))).toBe(false);
  expect(isSettled(said('safe', 'safe'))).toBe(false);
  expect(isSettled(said('undecided', 'undecided'))).toBe(false);
});
