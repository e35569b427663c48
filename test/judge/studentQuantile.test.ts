import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/judge/normalQuantile';
import { studentQuantile } from '../../src/judge/studentQuantile';

describe('studentQuantile', () => {
  // Table 26.10 of Abramowitz & Stegun.
  it.each([
    [0.975, 30, 2.042],
    [0.975, 120, 1.98],
    [0.9995, 30, 3.646],
    [0.9995, 60, 3.46],
    [0.9995, 120, 3.373],
  ])('agrees with the exact quantile of %s at %s degrees', (p, degrees, expected) => {
    expect(Math.abs(studentQuantile(normalQuantile(p), degrees) - expected)).toBeLessThan(0.001);
  });

  it('nears the normal quantile, and is always wider', () => {
    expect(studentQuantile(2, 1e9)).toBeCloseTo(2, 8);
    for (const degrees of [1, 5, 50, 500]) expect(studentQuantile(2, degrees)).toBeGreaterThan(2);
  });
});
