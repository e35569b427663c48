import { expect, it } from 'vitest';
import { convergenceOf } from '../../../src/learn/convergence/convergenceOf';
import type { Measurement } from '../../../src/learn/measuring/evaluate';
import { between, evidence } from '../../judge/looks';

/** A measurement of one transform whose probe reads `auroc`, measured at `measuredAt`. */
function at(presentations: number, auroc: number, changes: Partial<Measurement> = {}): Measurement {
  const found = [evidence(between(auroc, auroc))];
  const common = { taskHead: null, evidence: found, training: null, controls: null };
  return { presentations, measuredAt: [presentations], ...common, ...changes };
}

it('is not known before a network was measured', () => {
  expect(convergenceOf([], 0)).toBeNull();
  expect(convergenceOf([at(0, 0.5)], 0)).toBeNull();
  expect(convergenceOf([at(0, 0.5), at(8_000, 0.6)], 0)).toEqual({ training: null, slope: null });
});

it('gives the change per doubling since the measurement before', () => {
  const convergence = convergenceOf([at(0, 0.9), at(8_000, 0.5), at(16_000, 0.6), at(32_000, 0.64)], 0);
  expect(convergence?.slope).toBeCloseTo(0.04, 10);
});

it('spreads it over the doublings since it was measured before', () => {
  const carried = at(32_000, 0.7, { measuredAt: [16_000] });
  const convergence = convergenceOf([at(8_000, 0.6), at(16_000, 0.7), carried, at(64_000, 0.8)], 0);
  expect(convergence?.slope).toBeCloseTo(0.05, 10);
  // At an evaluation that carried it on: the slope of when it was measured.
  expect(convergenceOf([at(8_000, 0.6), at(16_000, 0.7), carried], 0)?.slope).toBeCloseTo(0.1, 10);
});

it('gives the head on pictures that were learned from', () => {
  const training = [between(0.7, 0.8)];
  expect(convergenceOf([at(64_000, 0.5, { training })], 0)?.training).toEqual(training[0]);
});
