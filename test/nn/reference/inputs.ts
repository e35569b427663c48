import { readFileSync } from 'node:fs';
import { createJointNetwork, type JointNetwork, type JointNetworkOptions } from '../../../src/nn/jointNetwork';

/** What make.py is run with. */
const batch = 8;
const side = 17;
const classes = 5;
const transforms = 4;

export const referenceBatch = batch;

export function referenceNetwork(activation: 'relu' | 'softplus'): JointNetwork {
  const normalisation = { mean: [120, 110, 100], standardDeviation: [60, 50, 70] };
  const sizes: Pick<JointNetworkOptions, 'side' | 'channels' | 'classes' | 'transforms' | 'widths' | 'blocks'> = {
    side,
    channels: 3,
    classes,
    transforms,
    widths: [16, 32],
    blocks: [1, 1],
  };
  return createJointNetwork({ ...sizes, ...normalisation, activation });
}

/** Sines of integers, rounded so that every platform agrees. */
function wave(length: number, frequency: number): number[] {
  return Array.from({ length }, (_, i) => Math.floor(1e4 * Math.sin(frequency * i * (1 + (i % 7))) + 0.5) / 1e4);
}

export function startingValues({ parameterLayout: { parameters, total } }: JointNetwork): Float32Array {
  const values = Float64Array.from(wave(total, 1.3));
  for (const { name, shape, offset, size } of parameters) {
    for (let i = offset; i < offset + size; i++) {
      if (shape.length > 1) values[i] *= Math.sqrt(4 / (size / shape[0]));
      else values[i] = name.endsWith('.scale') ? 1 + 0.1 * values[i] : 0.1 * values[i];
    }
  }
  return Float32Array.from(values);
}

export function batchAt(step: number) {
  const images = Array.from({ length: batch }, (_, i) => i);
  const heads = Array.from({ length: transforms }, (_, t) => t);
  return {
    pixels: Uint8Array.from(wave(batch * side * side * 3, 0.7 + 0.01 * step), (x) => Math.floor(127.5 * (1 + x))),
    labels: Int32Array.from(images, (i) => ((i + step) % (classes + 1)) - 1),
    applied: Uint8Array.from(images.flatMap((i) => heads.map((t) => Number((i * 3 + t * 5 + step) % 4 === 0)))),
  };
}

/** A vector that make.py wrote. */
export function stored(name: 'gradient' | 'sgd' | 'adam'): Float32Array {
  const bytes = readFileSync(new URL(`${name}.bin`, import.meta.url));
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}
