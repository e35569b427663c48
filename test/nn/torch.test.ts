import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine';
import { createOnnxEngine } from '../../src/engine/onnx/onnxEngine';
import { poolBatchStatistics } from '../../src/nn/batchStatistics';
import { averageDecay } from '../../src/nn/movingAverage';
import type { Optimizer } from '../../src/nn/optimizer';
import { adam } from '../../src/nn/optimizers/adam';
import { sgd } from '../../src/nn/optimizers/sgd';
import { relativeDistance } from '../engine/onnx/compare';
import { batchAt, referenceBatch, referenceNetwork, startingValues, stored } from './reference/inputs';

interface Expected {
  readonly first: readonly [taskLoss: number, headsLoss: number, correct: number];
  readonly sgd: readonly (readonly [number, number])[];
  readonly adam: readonly (readonly [number, number])[];
  readonly averagedNorm: number;
  readonly averagedStart: readonly number[];
  readonly batchStatistics: readonly number[];
  readonly taskLogits: readonly number[];
  readonly headLogits: readonly number[];
  readonly features: readonly number[];
}

const expected = JSON.parse(readFileSync(new URL('reference/expected.json', import.meta.url), 'utf8')) as Expected;
const steps = 20;

describe.each(['plain', 'fastest'] as const)(
  'the joint network in the %s layout against PyTorch in float64',
  (layout) => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await createOnnxEngine({ layout });
    });

    test('gradients of the whole network, with softplus, are within 1e-5 (relative L2)', async () => {
      const network = referenceNetwork('softplus');
      const outputs = await train(network, sgd({ weightDecay: 0 }), 1);
      // After the first step without weight decay the momentum is the gradient.
      expect(relativeDistance(outputs.optimizerState, stored('gradient'))).toBeLessThan(1e-5);
      const [taskLoss, headsLoss, correct] = expected.first;
      expect(outputs.losses[0][0]).toBeCloseTo(taskLoss, 5);
      expect(outputs.losses[0][1]).toBeCloseTo(headsLoss, 5);
      expect(outputs.taskCorrect).toBe(correct);
    });

    test('parameters after 20 steps of SGD are within 1e-4, and so are losses and averages on the way', async () => {
      const outputs = await train(referenceNetwork('relu'), sgd(), steps);
      expect(relativeDistance(outputs.parameters, stored('sgd'))).toBeLessThan(1e-4);
      expect(relativeDistance(outputs.losses.flat(), expected.sgd.flat())).toBeLessThan(1e-4);
      expect(Math.hypot(...outputs.averaged)).toBeCloseTo(expected.averagedNorm, 3);
      expect(relativeDistance(outputs.averaged.slice(0, 20), expected.averagedStart)).toBeLessThan(1e-4);
    });

    test('parameters after 20 steps of Adam are within 1e-4', async () => {
      const outputs = await train(referenceNetwork('relu'), adam({ weightDecay: 5e-4 }), steps);
      expect(relativeDistance(outputs.parameters, stored('adam'))).toBeLessThan(1e-4);
      expect(relativeDistance(outputs.losses.flat(), expected.adam.flat())).toBeLessThan(1e-4);
    });

    test('pooled batch statistics and inference agree', async () => {
      const network = referenceNetwork('relu');
      const parameters = startingValues(network);
      const options = { threads: 2 };
      const statistics = await engine.compile(network.buildBatchStatisticsProgram({ batch: referenceBatch }), options);
      const each: Float32Array[] = [];
      for (let step = 0; step < 3; step++) {
        each.push((await statistics.run({ pixels: batchAt(step).pixels, parameters })).batchStatistics);
      }
      const batchStatistics = poolBatchStatistics(each);
      expect(batchStatistics.length).toBe(network.batchStatisticsLength);
      expect(relativeDistance(batchStatistics, expected.batchStatistics)).toBeLessThan(1e-5);

      const infer = await engine.compile(network.buildInferProgram({ batch: referenceBatch }), options);
      const outputs = await infer.run({ pixels: batchAt(3).pixels, parameters, batchStatistics });
      expect(relativeDistance(outputs.taskLogits, expected.taskLogits)).toBeLessThan(1e-5);
      expect(relativeDistance(outputs.headLogits, expected.headLogits)).toBeLessThan(1e-5);
      expect(relativeDistance(outputs.features, expected.features)).toBeLessThan(1e-5);
      await Promise.all([statistics.close(), infer.close()]);
    });

    async function train(network: ReturnType<typeof referenceNetwork>, optimizer: Optimizer, count: number) {
      const program = network.buildTrainProgram({ batch: referenceBatch, optimizer });
      const executable = await engine.compile(program, { threads: 2 });
      let parameters = startingValues(network);
      let averaged = parameters;
      let optimizerState: Float32Array = new Float32Array(optimizer.stateLength(network.parameterCount));
      let taskCorrect = 0;
      const losses: [number, number][] = [];
      for (let step = 0; step < count; step++) {
        const outputs = await executable.run({
          ...batchAt(step),
          learningRate: Float32Array.of(optimizer.stateLength(1) === 1 ? 0.05 : 0.002),
          averageDecay: Float32Array.of(averageDecay(step)),
          parameters,
          optimizerState,
          averaged,
        });
        ({ parameters, optimizerState, averaged } = outputs);
        taskCorrect = outputs.taskCorrect[0];
        losses.push([outputs.taskLoss[0], outputs.headsLoss[0]]);
      }
      await executable.close();
      return { parameters, optimizerState, averaged, losses, taskCorrect };
    }
  },
);
