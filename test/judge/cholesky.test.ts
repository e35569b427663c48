import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveCholesky } from '../../src/judge/cholesky';

describe('solveCholesky', () => {
  it('solves A·x = b for A = L·Lᵀ + I', () => {
    const entry = fc.double({ min: -3, max: 3, noNaN: true });
    const system = fc
      .integer({ min: 1, max: 8 })
      .chain((d) =>
        fc.tuple(
          fc.array(entry, { minLength: d * d, maxLength: d * d }),
          fc.array(entry, { minLength: d, maxLength: d }),
        ),
      );
    fc.assert(
      fc.property(system, ([l, x]) => {
        const d = x.length;
        const a = Float64Array.from({ length: d * d }, (_, at) => {
          const [i, j] = [Math.floor(at / d), at % d];
          return l.slice(i * d, (i + 1) * d).reduce((sum, value, k) => sum + value * l[j * d + k], i === j ? 1 : 0);
        });
        const b = Float64Array.from(x, (_, i) => x.reduce((sum, value, j) => sum + a[i * d + j] * value, 0));
        solveCholesky(a, b).forEach((value, i) => expect(value).toBeCloseTo(x[i], 7));
      }),
    );
  });

  it('refuses what is not positive definite', () => {
    expect(() => solveCholesky(Float64Array.of(1, 2, 2, 1), Float64Array.of(1, 1))).toThrow('not positive definite');
    expect(() => solveCholesky(Float64Array.of(NaN), Float64Array.of(1))).toThrow('not positive definite');
  });
});
