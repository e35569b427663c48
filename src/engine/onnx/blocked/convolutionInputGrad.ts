import type { Conv2dAttributes } from '../../../graph/ops/conv2d';
import type { Tensor } from '../../../graph/tensor';
import type { Deferred, Fusion, LoweringContext } from '../lowering/context';
import type { Value } from '../model';
import { inputGradFilter } from './filters';
import type { BlockedLayout } from './layout';
import { cutWindow } from './shift';

/**
 * The part of the taps of a strided convolution that reaches the rows (or columns) i = stride × m + phase of its input, as a
 * stride-1 convolution over the output's gradient: row m sums gradient rows m + first … with these taps.
 */
interface Phase {
  /** Taps in the order of the gradient's rows; none when the kernel skips these rows. */
  readonly taps: readonly number[];
  /** Rows of zeros around the gradient; negative where the decomposition does not hold. */
  readonly before: number;
  readonly after: number;
}

/**
 * The gradient of a convolution with respect to its input, from and to blocked layout. Stride s splits into s × s
 * convolutions of stride 1, one for each phase of the input's pixels, so that no zeros are multiplied; they are then woven
 * together. Returns undefined for geometries that do not split this way.
 */
export function blockedInputGrad(
  context: LoweringContext,
  layout: BlockedLayout,
  dy: Tensor,
  weights: Tensor,
  input: Tensor,
  { stride, padding }: Conv2dAttributes,
): Deferred | undefined {
  const kernel = weights.shape[2];
  const vertical = phases(input.shape[2], dy.shape[2], kernel, stride, padding);
  const horizontal = phases(input.shape[3], dy.shape[3], kernel, stride, padding);
  if ([...vertical, ...horizontal].some(({ before, after }) => before < 0 || after < 0)) return undefined;

  const convolve = (row: Phase, column: Phase, fusion: Fusion): Value => {
    const taps = row.taps.flatMap((y) => column.taps.map((x) => y * kernel + x));
    const filter = inputGradFilter(context, layout, weights, taps);
    const shape = [input.shape[1], dy.shape[1], row.taps.length, column.taps.length];
    return layout.convolution(context.blocked(dy), layout.reshape(filter, shape), {
      kernel: [row.taps.length, column.taps.length],
      pads: [row.before, column.before, row.after, column.after],
      ...fusion,
    });
  };
  if (stride === 1) return (fusion) => convolve(vertical[0], horizontal[0], fusion);

  const onlyFirst = [...vertical.slice(1), ...horizontal.slice(1)].every(({ taps }) => taps.length === 0);
  if (!onlyFirst && [...vertical, ...horizontal].some(({ taps }) => taps.length === 0)) return undefined;
  const images = (input.shape[0] * input.shape[1]) / layout.blockSize;
  const rows = Math.ceil(input.shape[2] / stride);
  const columns = Math.ceil(input.shape[3] / stride);
  const size = { images, rows, columns, stride };
  return (fusion) => {
    const woven = onlyFirst
      ? spreadOut(context, layout, convolve(vertical[0], horizontal[0], {}), size)
      : weave(
          context,
          layout,
          vertical.map((row) => horizontal.map((column) => convolve(row, column, {}))),
          size,
        );
    const cut = cutWindow(context.model, layout, woven, [rows * stride, columns * stride], {
      top: 0,
      left: 0,
      height: input.shape[2],
      width: input.shape[3],
      stride: 1,
    });
    const value = layout.reshape(cut, input.shape);
    return finish(context, value, fusion);
  };
}

function phases(inputSide: number, outputSide: number, kernel: number, stride: number, padding: number): Phase[] {
  const rows = Math.ceil(inputSide / stride);
  return Array.from({ length: stride }, (_, phase) => {
    // Input row i takes tap r of output row y where i = stride × y + r − padding.
    const firstTap = (phase + padding) % stride;
    const offset = Math.floor((phase + padding) / stride);
    const taps: number[] = [];
    for (let tap = firstTap; tap < kernel; tap += stride) taps.unshift(tap);
    if (taps.length === 0) return { taps, before: 0, after: 0 };
    return { taps, before: taps.length - 1 - offset, after: rows + offset - outputSide };
  });
}

interface WovenSize {
  readonly images: number;
  readonly rows: number;
  readonly columns: number;
  readonly stride: number;
}

/** s × s images of rows × columns → one of s rows × s columns, its pixels taken in turns. */
function weave(
  { model }: LoweringContext,
  layout: BlockedLayout,
  parts: readonly (readonly Value[])[],
  { images, rows, columns, stride }: WovenSize,
): Value {
  const b = layout.blockSize;
  const join = (values: readonly Value[], shape: readonly number[]): Value =>
    model.node(
      'Concat',
      values.map((value) => layout.reshape(value, shape)),
      { attributes: { axis: 1 } },
    );
  const wovenRows = parts.map((row) => join(row, [images * rows * columns, 1, b]));
  const woven = join(wovenRows, [images * rows, 1, columns * stride * b]);
  return layout.reshape(woven, [images, b, rows * stride, columns * stride]);
}

/** As `weave` with zeros for all parts but the first. */
function spreadOut(
  { model }: LoweringContext,
  layout: BlockedLayout,
  first: Value,
  { images, rows, columns, stride }: WovenSize,
): Value {
  const b = layout.blockSize;
  const pads = [0, 0, 0, 0, 0, 0, 0, 0, stride - 1, 0, stride - 1, 0];
  const padded = model.node('Pad', [layout.reshape(first, [images, rows, 1, columns, 1, b]), model.integers(pads)]);
  return layout.reshape(padded, [images, b, rows * stride, columns * stride]);
}

function finish({ model }: LoweringContext, value: Value, { sum, relu = false }: Fusion): Value {
  const total = sum === undefined ? value : model.node('Add', [value, sum]);
  return relu ? model.node('Relu', [total]) : total;
}
