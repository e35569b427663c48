import type { Shape } from '../../../graph/tensor';
import type { Deferred, Fusion, LoweringContext } from '../lowering/context';
import type { Value } from '../model';
import type { BlockedLayout } from './layout';
import { cutWindow } from './window';

/** An image whose pixels (s × y + row, s × x + column), for each row and column below s, are computed as a part of their own. */
export interface Woven {
  readonly shape: Shape;
  readonly stride: number;
  /** The part, blocked [N, C, ⌈H / s⌉, ⌈W / s⌉], plus a sum; undefined where both are 0. */
  part(row: number, column: number, sum: Value | undefined): Value | undefined;
}

/** The image as a deferred value: what is added to it may still go into the parts. */
export function deferWoven(context: LoweringContext, layout: BlockedLayout, woven: Woven): Deferred {
  return { woven, emit: (fusion) => fuse(context, weave(context, layout, woven), fusion) };
}

/** The sum of two images that are woven alike, undefined for others. It is taken within the parts. */
export function sumOfWoven(a: Woven | undefined, b: Woven | undefined): Woven | undefined {
  if (!a || a.stride !== b?.stride) return undefined;
  return { ...a, part: (row, column, sum) => a.part(row, column, b.part(row, column, sum)) };
}

function weave(context: LoweringContext, layout: BlockedLayout, { shape, stride, part }: Woven): Value {
  const { model } = context;
  const b = layout.blockSize;
  const [batch, channels, height, width] = shape;
  const images = (batch * channels) / b;
  const rows = Math.ceil(height / stride);
  const columns = Math.ceil(width / stride);
  const phases = Array.from({ length: stride }, (_, phase) => phase);
  const parts = phases.map((row) => phases.map((column) => part(row, column, undefined)));
  const first = parts[0][0];
  const onlyFirst = parts.flat().every((value, i) => (i === 0) === (value !== undefined));

  const join = (values: readonly Value[], partShape: Shape): Value => {
    const shaped = values.map((value) => layout.reshape(value, partShape));
    return model.node('Concat', shaped, { attributes: { axis: 1 } });
  };
  const weaveAll = (): Value => {
    const partShape = [images * rows * columns, 1, b];
    const zeros = (): Value => model.initializer('float32', new Float32Array(partShape[0] * b), partShape);
    const lines = parts.map((line) =>
      join(
        line.map((value) => value ?? zeros()),
        partShape,
      ),
    );
    return join(lines, [images * rows, 1, columns * stride * b]);
  };
  const spreadFirst = (value: Value): Value => {
    const pads = [0, 0, 0, 0, 0, 0, 0, 0, stride - 1, 0, stride - 1, 0];
    return model.node('Pad', [layout.reshape(value, [images, rows, 1, columns, 1, b]), model.integers(pads)]);
  };
  const woven = first !== undefined && onlyFirst ? spreadFirst(first) : weaveAll();
  const side: [number, number] = [rows * stride, columns * stride];
  const window = { top: 0, left: 0, height, width, stride: 1 };
  return layout.reshape(cutWindow(model, layout, layout.reshape(woven, [images, b, ...side]), side, window), shape);
}

function fuse({ model }: LoweringContext, value: Value, { sum, relu = false }: Fusion): Value {
  const total = sum === undefined ? value : model.node('Add', [value, sum]);
  return relu ? model.node('Relu', [total]) : total;
}
