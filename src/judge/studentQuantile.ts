/**
 * The quantile of Student's t distribution with ν degrees of freedom at the tail where the normal one is z: what an interval needs
 * whose standard error is itself an estimate. By the expansion t = z + (z³ + z)/4ν + (5z⁵ + 16z³ + 3z)/96ν² +
 * (3z⁷ + 19z⁵ + 17z³ − 15z)/384ν³; for z up to 3.5 within 0.001 from ν = 30 on, too small for a handful of degrees.
 * Source: M. Abramowitz & I. A. Stegun, Handbook of Mathematical Functions, 26.7.5.
 */
export function studentQuantile(z: number, degrees: number): number {
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7];
  const first = (z3 + z) / 4;
  const second = (5 * z5 + 16 * z3 + 3 * z) / 96;
  const third = (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / 384;
  return z + first / degrees + second / degrees ** 2 + third / degrees ** 3;
}
