import { expect, it } from 'vitest';
import { longerRun } from '../../../src/judge/needed/longerRun';
import { between } from '../looks';

it('advises twice the run for what a longer one may settle, 64,000 for what is too early, and nothing else', () => {
  const evidence = { alone: { probe: between(0.55, 0.63) } };
  const after = {
    evidence,
    threshold: 0.6,
    slope: null,
    presentations: 64_000,
    controls: { negative: { holds: true } },
  };
  expect(longerRun({ ...after, reasonCode: 'once-only' })).toBe(128_000);
  expect(longerRun({ ...after, reasonCode: 'not-sensitive' })).toBe(128_000);
  expect(longerRun({ ...after, reasonCode: 'not-sensitive', controls: null })).toBeNull();
  const tellsCoins = { negative: { holds: false } };
  expect(longerRun({ ...after, reasonCode: 'not-sensitive', controls: tellsCoins })).toBeNull();
  expect(longerRun({ ...after, presentations: 8_000, reasonCode: 'too-early' })).toBe(64_000);
  expect(longerRun({ ...after, reasonCode: 'too-few-labels' })).toBeNull();
  expect(longerRun({ ...after, reasonCode: 'below-threshold' })).toBeNull();
});

it('follows what creeps across the threshold for two doublings, and no further', () => {
  const creeping = (slope: number | null) =>
    longerRun({
      reasonCode: 'across-threshold',
      evidence: { alone: { probe: between(0.55, 0.63) } },
      threshold: 0.6,
      presentations: 64_000,
      slope,
      controls: null,
    });
  expect(creeping(0.06)).toBe(128_000);
  expect(creeping(0.03)).toBe(256_000);
  expect(creeping(0.02)).toBeNull();
  expect(creeping(-0.1)).toBeNull();
  expect(creeping(null)).toBeNull();
});
