import { expect, it } from 'vitest';
import { longerRun } from '../../src/judge/longerRun';
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

it('advises twice the run for what a longer one may settle, 64,000 for what is too early, and nothing else', () => {
  const after = { presentations: 64_000, controls: { negative: { holds: true } } };
  expect(longerRun({ ...after, reasonCode: 'once-only' })).toBe(128_000);
  expect(longerRun({ ...after, reasonCode: 'not-sensitive' })).toBe(128_000);
  expect(longerRun({ ...after, reasonCode: 'not-sensitive', controls: null })).toBeNull();
  const tellsCoins = { negative: { holds: false } };
  expect(longerRun({ ...after, reasonCode: 'not-sensitive', controls: tellsCoins })).toBeNull();
  expect(longerRun({ ...after, presentations: 8_000, reasonCode: 'too-early' })).toBe(64_000);
  expect(longerRun({ ...after, reasonCode: 'too-few-labels' })).toBeNull();
  expect(longerRun({ ...after, reasonCode: 'below-threshold' })).toBeNull();
});
