import type { Conv2dAttributes } from '../../../graph/ops/conv2d';
import type { Tensor } from '../../../graph/tensor';
import type { Deferred, Fusion, LoweringContext } from '../lowering/context';
import type { Value } from '../model';
import { inputGradFilter } from './filters';
import type { BlockedLayout } from './layout';
import { deferWoven } from './woven';

/**
 * The rows (or columns) i = stride × m + phase of a convolution's input take part in it through some of the taps only. Their
 * gradient is a stride-1 convolution of the output's gradient with those taps.
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
  if (stride === 1) return { emit: (fusion) => convolve(vertical[0], horizontal[0], fusion) };
  return deferWoven(context, layout, {
    shape: input.shape,
    stride,
    part: (row, column, sum) => {
      const skipped = vertical[row].taps.length === 0 || horizontal[column].taps.length === 0;
      return skipped ? sum : convolve(vertical[row], horizontal[column], sum === undefined ? {} : { sum });
    },
  });
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
