import { formatShape, requireRank, ShapeError } from '../shape';
import { createTensor, floatInputs, type FloatTensor, type Operation } from '../tensor';

export interface MatMulAttributes {
  /** Whether the first or second matrix is transposed before it is multiplied. */
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

/** The product of two matrices, either of them transposed. */
export const matMulOperation: Operation<MatMulAttributes> = {
  name: 'matMul',
  gradient: (node, [dy]) => {
    const [a, b] = floatInputs(node);
    const { transposeA, transposeB } = node.attributes;
    if (!dy) return [];
    return [
      transposeA
        ? matMul(b, dy, { transposeA: transposeB, transposeB: true })
        : matMul(dy, b, { transposeB: !transposeB }),
      transposeB
        ? matMul(dy, a, { transposeA: true, transposeB: transposeA })
        : matMul(a, dy, { transposeA: !transposeA }),
    ];
  },
};

/** @throws ShapeError when either is no matrix or the inner sizes differ. */
export function matMul(
  a: FloatTensor,
  b: FloatTensor,
  { transposeA = false, transposeB = false }: Partial<MatMulAttributes> = {},
): FloatTensor {
  requireRank('matMul', 'left matrix', a.shape, 2);
  requireRank('matMul', 'right matrix', b.shape, 2);
  const [rows, innerA] = transposeA ? [a.shape[1], a.shape[0]] : a.shape;
  const [innerB, columns] = transposeB ? [b.shape[1], b.shape[0]] : b.shape;
  if (innerA !== innerB) {
    throw new ShapeError(
      `matMul: ${formatShape(a.shape)}${transposeA ? ' transposed' : ''} and ${formatShape(b.shape)}${transposeB ? ' transposed' : ''} do not fit: ${innerA} columns against ${innerB} rows.`,
    );
  }
  return createTensor(
    matMulOperation,
    [a, b],
    { transposeA, transposeB },
    { dtype: 'float32', shape: [rows, columns] },
  );
}
