import { expect } from 'vitest';
import type { Engine } from '../../../src/engine/engine';
import type { Program } from '../../../src/graph/program';
import { sizeOf } from '../../../src/graph/shape';
import type { DType, DataOf, Tensor } from '../../../src/graph/tensor';
import { createRandom } from '../../../src/random/random';
import { evaluate } from '../../graph/interpreter';

const arrayOf = { float32: Float32Array, int32: Int32Array, uint8: Uint8Array, bool: Uint8Array };

/** Runs a program on an engine and in double precision with the same random inputs, and compares all outputs. */
export async function expectSameAsInterpreter(
  engine: Engine,
  program: { inputs: Record<string, Tensor>; outputs: Record<string, Tensor> },
  { tolerance = 2e-6, seed = 1 } = {},
): Promise<void> {
  const feeds = randomFeeds(program.inputs, seed);
  const executable = await engine.compile(program as Program, { threads: 2 });
  const outputs = await executable.run(feeds);
  await executable.close();
  const wanted = evaluate(
    Object.values(program.outputs),
    new Map(Object.entries(program.inputs).map(([name, tensor]) => [tensor, feeds[name]])),
  );
  Object.keys(program.outputs).forEach((name, i) => {
    expect(relativeDistance(outputs[name], wanted[i]), `${name} of ${engine.description}`).toBeLessThan(tolerance);
  });
}

/** Normal numbers for floats, small integers for the rest. */
export function randomFeeds(inputs: Record<string, Tensor>, seed: number): Record<string, DataOf<DType>> {
  const random = createRandom(seed, 'feeds');
  return Object.fromEntries(
    Object.entries(inputs).map(([name, { dtype, shape }]) => {
      const draw = dtype === 'float32' ? () => random.normal(0, 1) : () => random.integer(0, dtype === 'bool' ? 1 : 5);
      return [name, arrayOf[dtype].from(Array.from({ length: sizeOf(shape) }, draw))];
    }),
  );
}

/** L2 norm of the difference over that of the wanted values. */
export function relativeDistance(values: ArrayLike<number>, wanted: ArrayLike<number>): number {
  if (values.length !== wanted.length) return Infinity;
  let difference = 0;
  let norm = 0;
  for (let i = 0; i < wanted.length; i++) {
    difference += (values[i] - wanted[i]) ** 2;
    norm += wanted[i] ** 2;
  }
  return Math.sqrt(difference) / Math.max(Math.sqrt(norm), 1e-30);
}
