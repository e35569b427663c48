import type { Conv2dAttributes } from '../../../graph/ops/conv2d';
import type { Tensor } from '../../../graph/tensor';
import { blockedFilterGrad } from '../blocked/convolutionFilterGrad';
import { blockedInputGrad } from '../blocked/convolutionInputGrad';
import { forwardFilter } from '../blocked/filters';
import { filterGrad, forward, inputGrad } from './plainConvolution';
import type { Value } from '../model';
import type { Fusion, LoweringContext } from './context';
import type { Lowering } from './lowering';

export const lowerConv2d: Lowering<Conv2dAttributes> = (node, context) => {
  const [x, weights, bias] = node.inputs;
  const [output] = node.outputs;
  const { layout } = context;
  const { stride, padding } = node.attributes;
  const kernel = weights.shape[2];
  if (layout?.fits(output.shape) && (layout.fits(x.shape) || readsPlainInput(context, x))) {
    const emit = (fusion: Fusion): Value =>
      layout.convolution(
        layout.fits(x.shape) ? context.blocked(x) : context.plain(x),
        forwardFilter(context, layout, weights),
        {
          kernel: [kernel, kernel],
          strides: [stride, stride],
          pads: [padding, padding, padding, padding],
          bias: bias && context.plain(bias),
          ...fusion,
        },
      );
    context.setDeferred(output, { emit });
  } else {
    context.setPlain(output, forward(context, x, weights, bias, node.attributes));
  }
};

export const lowerConv2dInputGrad: Lowering<Conv2dAttributes> = (node, context) => {
  const [dy, weights] = node.inputs;
  const [output] = node.outputs;
  const { layout } = context;
  const deferred =
    layout?.fits(output.shape) && layout.fits(dy.shape)
      ? blockedInputGrad(context, layout, dy, weights, output, node.attributes)
      : undefined;
  if (deferred) context.setDeferred(output, deferred);
  else context.setPlain(output, inputGrad(context, dy, weights, output, node.attributes));
};

export const lowerConv2dFilterGrad: Lowering<Conv2dAttributes> = (node, context) => {
  const [x, dy] = node.inputs;
  const [output] = node.outputs;
  const { layout } = context;
  if (layout?.fits(dy.shape) && (layout.fits(x.shape) || readsPlainInput(context, x))) {
    context.setPlain(output, blockedFilterGrad(context, layout, x, dy, output, node.attributes));
  } else {
    context.setPlain(output, filterGrad(context, x, dy, output, node.attributes));
  }
};

/** The first layer: fewer channels than a block are read row-major. */
function readsPlainInput({ layout }: LoweringContext, x: Tensor): boolean {
  return layout !== null && x.shape[1] < layout.blockSize;
}
