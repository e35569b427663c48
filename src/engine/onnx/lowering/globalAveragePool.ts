import type { Lowering } from './lowering';

export const lowerGlobalAveragePool: Lowering<unknown> = ({ inputs: [x], outputs: [output] }, context) => {
  const { layout, model } = context;
  if (layout && context.isBlocked(x)) {
    context.setPlain(output, layout.spatialMean(context.blocked(x), x.shape));
  } else {
    const mean = model.node('ReduceMean', [context.plain(x), model.integers([2, 3])], { attributes: { keepdims: 0 } });
    context.setPlain(output, mean);
  }
};

export const lowerGlobalAveragePoolGrad: Lowering<unknown> = ({ inputs: [dy], outputs: [output] }, context) => {
  const { layout, model } = context;
  const [batch, channels, height, width] = output.shape;
  const share = model.node('Mul', [context.plain(dy), model.scalar(1 / (height * width))]);
  const spread = (from: readonly number[], to: readonly number[]) =>
    model.node('Expand', [model.node('Reshape', [share, model.integers(from)]), model.integers(to)]);
  if (layout?.fits(output.shape)) {
    const b = layout.blockSize;
    const images = (batch * channels) / b;
    context.setBlocked(output, layout.reshape(spread([images, 1, b], [images, height * width, b]), output.shape));
  } else {
    context.setPlain(output, spread([batch, channels, 1, 1], output.shape));
  }
};
