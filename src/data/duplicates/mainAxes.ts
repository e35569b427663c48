/** Enough for axes that prune well; how exact they are changes no answer. */
const rounds = 30;

/**
 * Orthonormal axes along which the rows (width numbers each) are spread most, the widest first: principal components by the power
 * method with deflation, from a fixed start, so that the same rows give the same axes.
 */
export function mainAxes(rows: Float32Array, width: number, count: number): Float64Array[] {
  const spread = covariance(rows, width);
  const axes: Float64Array[] = [];
  for (let k = 0; k < count; k++) {
    let axis = orthonormal(
      Float64Array.from({ length: width }, (_, i) => (i === k ? 1 : 0.1)),
      axes,
    );
    for (let round = 0; round < rounds; round++) {
      const next = axis.map((_, i) => axis.reduce((sum, value, j) => sum + spread[i * width + j] * value, 0));
      // Without any spread left every direction is as good as another.
      if (Math.hypot(...next) < 1e-12) break;
      axis = orthonormal(next, axes);
    }
    axes.push(axis);
  }
  return axes;
}

function covariance(rows: Float32Array, width: number): Float64Array {
  const count = rows.length / width;
  const centre = new Float64Array(width);
  for (let i = 0; i < rows.length; i++) centre[i % width] += rows[i] / count;
  const spread = new Float64Array(width * width);
  for (let row = 0; row < rows.length; row += width) {
    for (let i = 0; i < width; i++) {
      const value = (rows[row + i] - centre[i]) / count;
      for (let j = 0; j < width; j++) spread[i * width + j] += value * (rows[row + j] - centre[j]);
    }
  }
  return spread;
}

/** The vector without its parts along the axes, with length 1. Twice, against cancellation. */
function orthonormal(vector: Float64Array, axes: readonly Float64Array[]): Float64Array {
  let left = vector;
  for (let pass = 0; pass < 2; pass++) {
    for (const axis of axes) {
      const along = left.reduce((sum, value, i) => sum + value * axis[i], 0);
      left = left.map((value, i) => value - along * axis[i]);
    }
    const length = Math.hypot(...left);
    left = left.map((value) => value / length);
  }
  return left;
}
