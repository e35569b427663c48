import { describe, expect, test } from 'vitest';
import { createOnnxEngine } from '../../src/engine/onnx/onnxEngine';
import { sizeOf } from '../../src/graph/shape';
import { nodesBefore } from '../../src/graph/traversal';
import { createJointNetwork, type JointNetwork, type JointNetworkOptions } from '../../src/nn/jointNetwork';
import { sgd } from '../../src/nn/optimizers/sgd';
import { createRandom } from '../../src/random/random';

const batch = 4;

function network(options: Partial<JointNetworkOptions> = {}): JointNetwork {
  const channels = options.channels ?? 3;
  const normalisation = { mean: Array(channels).fill(120), standardDeviation: Array(channels).fill(60) };
  return createJointNetwork({ side: 29, channels: 3, classes: 5, transforms: 4, ...normalisation, ...options });
}

interface LearnOptions {
  readonly threads?: number;
  readonly steps?: number;
  readonly labelled?: boolean;
  readonly layout?: 'plain' | 'fastest';
}

/** Learns a few random pictures by heart; the losses of each step and the final state. */
async function learn(
  joint: JointNetwork,
  { threads = 2, steps = 12, labelled = true, layout = 'fastest' }: LearnOptions = {},
) {
  const { side, channels, transforms, classes } = joint.options;
  const engine = await createOnnxEngine({ layout });
  const executable = await engine.compile(joint.buildTrainProgram({ batch, optimizer: sgd() }), { threads });
  const random = createRandom(3, 'pictures');
  const data = {
    pixels: Uint8Array.from({ length: batch * side * side * channels }, () => random.integer(0, 255)),
    labels: Int32Array.from({ length: batch }, (_, i) => (labelled ? i % Math.max(1, classes) : -1)),
    applied: Uint8Array.from({ length: batch * transforms }, (_, i) => Number(i % 3 === 0)),
    learningRate: Float32Array.of(0.02),
    averageDecay: Float32Array.of(0.5),
  };
  const parameters = joint.initialParameters(createRandom(1, 'weights'));
  let state = { parameters, optimizerState: new Float32Array(parameters.length), averaged: parameters };
  const losses: { task: number; heads: number }[] = [];
  let correct = 0;
  for (let i = 0; i < steps; i++) {
    const { taskLoss, headsLoss, taskCorrect, ...next } = await executable.run({ ...data, ...state });
    losses.push({ task: taskLoss[0], heads: headsLoss[0] });
    correct = taskCorrect[0];
    state = next as typeof state;
  }
  await executable.close();
  return { losses, correct, state, pixels: data.pixels };
}

describe('the joint network', () => {
  test.each([13, 16, 29, 45, 61, 125, 253])('learns pictures of %i pixels a side', async (side) => {
    const { losses, correct } = await learn(network({ side }));
    expect(losses.at(-1)!.task).toBeLessThan(0.5 * losses[0].task);
    expect(losses.at(-1)!.heads).toBeLessThan(losses[0].heads);
    expect(correct).toBe(batch);
  });

  test('learns gray pictures', async () => {
    const { losses } = await learn(network({ channels: 1 }));
    expect(losses.at(-1)!.task).toBeLessThan(0.5 * losses[0].task);
  });

  test('learns transforms alone where there are no classes', async () => {
    const joint = network({ classes: 0 });
    const { losses, correct, pixels, state } = await learn(joint);
    expect(losses.at(-1)!.heads).toBeLessThan(0.8 * losses[0].heads);
    expect([losses[0].task, correct]).toEqual([0, 0]);

    const infer = await (await createOnnxEngine()).compile(joint.buildInferProgram({ batch }), { threads: 1 });
    const batchStatistics = new Float32Array(joint.batchStatisticsLength).fill(1);
    const outputs = await infer.run({ pixels, parameters: state.parameters, batchStatistics });
    expect([...outputs.taskLogits]).toEqual([0, 0, 0, 0]);
    expect(outputs.headLogits.length).toBe(batch * 4);
    expect(outputs.features.length).toBe(batch * joint.featureCount);
    await infer.close();
  });

  test('learns transforms where no picture has a label', async () => {
    const { losses, correct } = await learn(network(), { labelled: false });
    expect(losses.at(-1)!.heads).toBeLessThan(0.8 * losses[0].heads);
    expect([losses.at(-1)!.task, correct]).toEqual([0, 0]);
  });

  test.each(['plain', 'fastest'] as const)(
    'gives the same bytes for one and two threads (%s layout)',
    async (layout) => {
      const joint = network({ widths: [16, 32], blocks: [1, 1] });
      const { state } = await learn(joint, { threads: 1, steps: 4, layout });
      expect((await learn(joint, { threads: 2, steps: 4, layout })).state).toEqual(state);
      // The same again: nothing random is left.
      expect((await learn(joint, { threads: 2, steps: 4, layout })).state).toEqual(state);
    },
  );

  test('costs about the same at any size', () => {
    const costs = [29, 32, 45, 61, 93, 125, 189, 253].map((side) => multiplyAdds(network({ side })));
    expect(costs[0]).toBeGreaterThan(19e6);
    expect(costs[1]).toBeLessThan(24e6);
    for (const cost of costs) {
      expect(cost).toBeGreaterThan(0.6 * costs[1]);
      expect(cost).toBeLessThan(2.4 * costs[1]);
    }
  });

  test('refuses what it cannot take', () => {
    expect(() => network({ side: 12 })).toThrow('13 to 256 pixels a side, not 12');
    expect(() => network({ channels: 1, mean: [1, 2, 3] })).toThrow('one value for each of the 1 channels');
  });
});

/** Of the convolutions of one image's forward pass. */
function multiplyAdds(joint: JointNetwork): number {
  const { headLogits } = joint.buildInferProgram({ batch: 1 }).outputs;
  let sum = 0;
  for (const { operation, inputs, outputs } of nodesBefore([headLogits])) {
    if (operation.name === 'conv2d') sum += sizeOf(inputs[1].shape) * sizeOf(outputs[0].shape.slice(2));
  }
  return sum;
}
