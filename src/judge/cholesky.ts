/**
 * Solves A·x = b for a symmetric positive definite A (d × d, row-major; only the lower triangle is read, and it is overwritten
 * by its Cholesky factor). Throws when A is not positive definite, NaN included.
 */
export function solveCholesky(a: Float64Array, b: Float64Array): Float64Array {
  const d = b.length;
  for (let i = 0; i < d; i++) {
    const row = i * d;
    for (let j = 0; j <= i; j++) {
      const other = j * d;
      let sum = a[row + j];
      for (let k = 0; k < j; k++) sum -= a[row + k] * a[other + k];
      if (j < i) a[row + j] = sum / a[other + j];
      else if (sum > 0) a[row + i] = Math.sqrt(sum);
      else throw new RangeError(`The matrix is not positive definite (pivot ${i} of ${d} is ${sum}).`);
    }
  }
  const x = Float64Array.from(b);
  for (let i = 0; i < d; i++) {
    for (let k = 0; k < i; k++) x[i] -= a[i * d + k] * x[k];
    x[i] /= a[i * d + i];
  }
  for (let i = d - 1; i >= 0; i--) {
    for (let k = i + 1; k < d; k++) x[i] -= a[k * d + i] * x[k];
    x[i] /= a[i * d + i];
  }
  return x;
}
