import type { MatMulAttributes } from '../../../graph/ops/matMul';
import type { Lowering } from './lowering';

export const lowerMatMul: Lowering<MatMulAttributes> = ({ inputs: [a, b], attributes, outputs: [output] }, context) => {
  const value = context.model.node('Gemm', [context.plain(a), context.plain(b)], {
    attributes: { transA: Number(attributes.transposeA), transB: Number(attributes.transposeB) },
  });
  context.setPlain(output, value);
};
