import type { ConcatAttributes } from '../../../graph/ops/concat';
import type { ConstantAttributes } from '../../../graph/ops/constant';
import type { SplitAttributes } from '../../../graph/ops/split';
import type { TransposeAttributes } from '../../../graph/ops/transpose';
import type { DType } from '../../../graph/tensor';
import type { Lowering } from './lowering';

const castCodes: Record<DType, number> = { float32: 1, uint8: 2, int32: 6, bool: 9 };

export const lowerConstant: Lowering<ConstantAttributes> = ({ attributes, outputs: [output] }, context) => {
  context.setPlain(output, context.model.initializer(output.dtype, attributes.data, output.shape));
};

export const lowerCast: Lowering<unknown> = ({ inputs: [x], outputs: [output] }, context) => {
  const attributes = { to: castCodes[output.dtype] };
  context.setPlain(output, context.model.node('Cast', [context.plain(x)], { attributes }));
};

export const lowerReshape: Lowering<unknown> = ({ inputs: [x], outputs: [output] }, context) => {
  const shape = context.model.integers(output.shape);
  context.setPlain(output, context.model.node('Reshape', [context.plain(x), shape]));
};

export const lowerTranspose: Lowering<TransposeAttributes> = (
  { inputs: [x], attributes, outputs: [output] },
  context,
) => {
  const value = context.model.node('Transpose', [context.plain(x)], { attributes: { perm: attributes.order } });
  context.setPlain(output, value);
};

export const lowerConcat: Lowering<ConcatAttributes> = (
  { inputs, attributes: { axis }, outputs: [output] },
  context,
) => {
  const parts = inputs.map((part) => context.plain(part));
  context.setPlain(output, context.model.node('Concat', parts, { attributes: { axis } }));
};

export const lowerSplit: Lowering<SplitAttributes> = (
  { inputs: [x], attributes: { axis, sizes }, outputs },
  context,
) => {
  const inputs = [context.plain(x), context.model.integers(sizes)];
  const pieces = context.model.nodes('Split', inputs, sizes.length, { attributes: { axis } });
  pieces.forEach((piece, i) => context.setPlain(outputs[i], piece));
};

export const lowerBroadcastTo: Lowering<unknown> = ({ inputs: [x], outputs: [output] }, context) => {
  const shape = context.model.integers(output.shape);
  context.setPlain(output, context.model.node('Expand', [context.plain(x), shape]));
};
