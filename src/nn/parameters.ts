import { reshape } from '../graph/ops/reshape';
import { split } from '../graph/ops/split';
import { sizeOf } from '../graph/shape';
import type { FloatTensor, Shape } from '../graph/tensor';
import type { Random } from '../random/random';

/** One of a network's parameters, before it has a value. */
export interface ParameterSpec {
  readonly name: string;
  readonly shape: Shape;
  readonly initial: Initializer;
}

/**
 * What a parameter starts from: `he` draws from N(0, 2 / fan-in) (K. He et al. 2015, for layers that a ReLU follows),
 * `linear` from N(0, 1 / (3 fan-in)) (the variance of torch.nn.Linear's default). Weights are [outputs, …fan-in].
 */
export type Initializer = 'he' | 'linear' | 'ones' | 'zeros';

/** Where each parameter lies in the flat vector that holds all of them, one after another, row-major. */
export interface ParameterLayout {
  readonly parameters: readonly (ParameterSpec & { readonly offset: number; readonly size: number })[];
  /** Length of the flat vector. */
  readonly total: number;
}

export function layParametersOut(specs: readonly ParameterSpec[]): ParameterLayout {
  let total = 0;
  const parameters = specs.map((spec) => {
    const parameter = { ...spec, offset: total, size: sizeOf(spec.shape) };
    total += parameter.size;
    return parameter;
  });
  return { parameters, total };
}

/** The starting values, [total]. */
export function initialParameters({ parameters, total }: ParameterLayout, random: Random): Float32Array {
  const values = new Float32Array(total);
  for (const { offset, size, shape, initial } of parameters) {
    const fanIn = sizeOf(shape.slice(1));
    for (let i = offset; i < offset + size; i++) {
      if (initial === 'ones') values[i] = 1;
      else if (initial === 'he') values[i] = random.normal(0, Math.sqrt(2 / fanIn));
      else if (initial === 'linear') values[i] = random.normal(0, Math.sqrt(1 / (3 * fanIn)));
    }
  }
  return values;
}

/** 1 where weight decay applies, that is for weights with more than one axis, else 0; [total]. */
export function decayMask({ parameters, total }: ParameterLayout): Float32Array {
  const mask = new Float32Array(total);
  for (const { offset, size, shape } of parameters) if (shape.length > 1) mask.fill(1, offset, offset + size);
  return mask;
}

/** The parameters of a layout as tensors, cut from the flat vector [total]. */
export type ParameterTensors = (name: string) => FloatTensor;

export function cutParameters({ parameters }: ParameterLayout, flat: FloatTensor): ParameterTensors {
  const pieces = split(
    flat,
    0,
    parameters.map(({ size }) => size),
  );
  const byName = new Map(parameters.map(({ name, shape }, i) => [name, reshape(pieces[i], shape)]));
  return (name) => {
    const tensor = byName.get(name);
    if (!tensor) throw new Error(`The network has no parameter ${name}.`);
    return tensor;
  };
}
