import { solveCholesky } from './cholesky';
import type { FoldPart } from './probeSide';

export interface RidgeLdaOptions {
  /** Columns from..to−1 take part. */
  readonly from: number;
  readonly to: number;
  /** λ in (R + λI). */
  readonly ridge: number;
}

/**
 * The direction that separates two groups of pictures best: w = D⁻¹(R + λI)⁻¹D⁻¹(m₁ − m₀), with the groups' means m, the
 * standard deviation D of each column over both groups, and R the pooled within-group covariance of the standardised columns.
 * Constant columns get weight 0. One weight per column. As sklearn's LinearDiscriminantAnalysis(solver='lsqr') with a ridge in
 * place of its shrinkage, on standardised columns (Friedman, Regularized Discriminant Analysis, JASA 84 (1989) 165–175).
 */
export function ridgeLda(clean: FoldPart, transformed: FoldPart, { from, to, ridge }: RidgeLdaOptions): Float64Array {
  const d = to - from;
  const counts = [clean.pictures.length, transformed.pictures.length];
  const all = counts[0] + counts[1];
  const means = [clean, transformed].map((part, side) =>
    Float64Array.from({ length: d }, (_, j) => part.sums[from + j] / counts[side]),
  );
  const difference = means[1].map((mean, j) => mean - means[0][j]);

  const within = new Float64Array(d * d);
  for (let i = 0; i < d; i++) {
    const cleanRow = (from + i) * clean.stride + from;
    const transformedRow = (from + i) * transformed.stride + from;
    for (let j = 0; j <= i; j++) {
      const products = clean.products[cleanRow + j] + transformed.products[transformedRow + j];
      const ofMeans = counts[0] * means[0][i] * means[0][j] + counts[1] * means[1][i] * means[1][j];
      within[i * d + j] = (products - ofMeans) / all;
    }
  }

  const between = (counts[0] * counts[1]) / all ** 2;
  const scale = difference.map((gap, i) => {
    const variance = within[i * d + i] + between * gap * gap;
    const column = from + i;
    const square =
      (clean.products[column * (clean.stride + 1)] + transformed.products[column * (transformed.stride + 1)]) / all;
    return variance > rounding * square ? 1 / Math.sqrt(variance) : 0;
  });
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) within[i * d + j] *= scale[i] * scale[j];
    within[i * d + i] += ridge;
  }
  const solution = solveCholesky(
    within,
    difference.map((gap, j) => gap * scale[j]),
  );
  return solution.map((weight, j) => weight * scale[j]);
}

/** A variance below this share of the mean square is what is left of a constant column after rounding. */
const rounding = 1e-12;
