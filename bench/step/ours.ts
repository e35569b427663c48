import { chooseEngine } from '../../src/engine/choose';
import { createJointNetwork } from '../../src/nn/jointNetwork';
import { sgd } from '../../src/nn/optimizers/sgd';
import { createRandom } from '../../src/random/random';
import { batch, classes, transforms, type BenchNetwork } from './networks';
import type { Stepper } from './stepper';

/** Our training step on random pictures, as `learn` runs it. */
export async function startOurs(network: BenchNetwork, threads: number): Promise<Stepper> {
  const { engine } = await chooseEngine({ threads });
  const joint = createJointNetwork({
    ...network,
    channels: 3,
    classes,
    transforms,
    mean: [120, 120, 120],
    standardDeviation: [60, 60, 60],
  });
  const executable = await engine.compile(joint.buildTrainProgram({ batch, optimizer: sgd() }), { threads });
  const random = createRandom(1, 'bench', 'step');
  const integers = (length: number, most: number): number[] => Array.from({ length }, () => random.integer(0, most));
  const data = {
    pixels: Uint8Array.from(integers(batch * network.side ** 2 * 3, 255)),
    labels: Int32Array.from(integers(batch, classes - 1)),
    applied: Uint8Array.from({ length: batch * transforms }, () => Number(random.next() < 0.13)),
    learningRate: Float32Array.of(0.05),
    averageDecay: Float32Array.of(0.99),
  };
  const parameters = joint.initialParameters(random);
  let state = { parameters, optimizerState: new Float32Array(parameters.length), averaged: parameters };
  return {
    step: async () => {
      const start = performance.now();
      const { parameters, optimizerState, averaged } = await executable.run({ ...data, ...state });
      state = { parameters, optimizerState, averaged } as typeof state;
      return performance.now() - start;
    },
    [Symbol.asyncDispose]: () => executable.close(),
  };
}
