import { expect, test } from 'vitest';
import { createOnnxEngine } from '../../src/engine/onnx/onnxEngine';
import { createJointNetwork, type TrainInputs } from '../../src/nn/jointNetwork';
import { sgd } from '../../src/nn/optimizers/sgd';
import { createRandom } from '../../src/random/random';
import type { ArraysOf } from '../../src/engine/engine';

const [batch, controlPictures, transforms, marks, classes, side] = [6, 2, 3, 2, 4, 16];
const columns = transforms + marks;
const sizes = {
  side,
  channels: 3,
  classes,
  transforms,
  mean: [120, 120, 120],
  standardDeviation: [60, 60, 60],
} as const;
const joint = createJointNetwork({ ...sizes, marks });
const start = joint.initialParameters(createRandom(1, 'weights'));

type Data = Pick<ArraysOf<TrainInputs>, 'pixels' | 'labels' | 'applied'>;

function data(): Data {
  const random = createRandom(1, 'pictures');
  return {
    pixels: Uint8Array.from({ length: batch * side * side * 3 }, () => random.integer(0, 255)),
    labels: Int32Array.from({ length: batch }, (_, i) => (i < batch - controlPictures ? i % classes : -1)),
    applied: Uint8Array.from({ length: batch * columns }, (_, i) => i % 2),
  };
}

/** The gradient after one step, by parameter: without weight decay the first momentum is the gradient. */
async function gradientOf(given: Data): Promise<(name: string) => Float32Array> {
  const engine = await createOnnxEngine();
  const program = joint.buildTrainProgram({ batch, controlPictures, optimizer: sgd({ weightDecay: 0 }) });
  const executable = await engine.compile(program, { threads: 1 });
  const { optimizerState } = await executable.run({
    ...given,
    learningRate: Float32Array.of(0.1),
    averageDecay: Float32Array.of(0.5),
    parameters: start,
    optimizerState: new Float32Array(start.length),
    averaged: start,
  });
  await executable.close();
  return (name) => {
    const { offset, size } = joint.parameterLayout.parameters.find((one) => one.name === name)!;
    return optimizerState.slice(offset, offset + size);
  };
}

const heads = ['task.weight', 'task.bias', 'transforms.weight', 'transforms.bias'];
const markHeads = ['marks.weight', 'marks.bias'];

test('labels of control pictures teach the marks’ head and the trunk, and no other head', async () => {
  const before = await gradientOf(data());
  const other = data();
  for (let i = (batch - controlPictures) * columns + transforms; i < batch * columns; i++) other.applied[i] = 1;
  const after = await gradientOf(other);
  for (const name of heads) expect(after(name)).toEqual(before(name));
  for (const name of [...markHeads, 'stem.weight']) expect(after(name)).not.toEqual(before(name));
});

test('transforms of other pictures teach the transforms’ head and the trunk, and not the marks’', async () => {
  const before = await gradientOf(data());
  const other = data();
  for (let row = 0; row < batch - controlPictures; row++)
    other.applied.fill(1, row * columns, row * columns + transforms);
  const after = await gradientOf(other);
  for (const name of [...markHeads, 'task.weight']) expect(after(name)).toEqual(before(name));
  for (const name of ['transforms.weight', 'stem.weight']) expect(after(name)).not.toEqual(before(name));
});

test('what a row has in columns that are not its own has no effect', async () => {
  const before = await gradientOf(data());
  const other = data();
  for (let row = 0; row < batch; row++) {
    const isControl = row >= batch - controlPictures;
    const [from, to] = isControl ? [0, transforms] : [transforms, columns];
    other.applied.fill(1, row * columns + from, row * columns + to);
  }
  const after = await gradientOf(other);
  for (const name of [...heads, ...markHeads, 'stem.weight']) expect(after(name)).toEqual(before(name));
});

test('the marks’ mean loss weighs a tenth of the heads’', async () => {
  const gradient = await gradientOf(data());
  const engine = await createOnnxEngine();
  const infer = joint.buildTrainProgram({
    batch,
    controlPictures,
    optimizer: sgd({ weightDecay: 0 }),
    headsWeight: 40,
  });
  const executable = await engine.compile(infer, { threads: 1 });
  const { optimizerState } = await executable.run({
    ...data(),
    learningRate: Float32Array.of(0.1),
    averageDecay: Float32Array.of(0.5),
    parameters: start,
    optimizerState: new Float32Array(start.length),
    averaged: start,
  });
  await executable.close();
  const { offset } = joint.parameterLayout.parameters.find(({ name }) => name === 'marks.bias')!;
  const heavier = [...optimizerState.slice(offset, offset + marks)];
  // Five times the heads' weight of 8: the marks follow it.
  [...gradient('marks.bias')].forEach((value, i) => expect(heavier[i]).toBeCloseTo(5 * value, 5));
  // d/d bias of the mean cross-entropy over 2 pictures and 2 marks is at most 1/2 in size; times 8 / 10.
  for (const value of gradient('marks.bias')) expect(Math.abs(value)).toBeLessThanOrEqual(8 / 10 / 2);
});

test('everything but the marks starts from the same weights as without them', () => {
  const without = createJointNetwork(sizes);
  const plain = without.initialParameters(createRandom(1, 'weights'));
  expect(start.slice(0, plain.length)).toEqual(plain);
});

test('refuses control pictures without marks, marks without control pictures, and nothing but control pictures', () => {
  const build = (network: typeof joint, count: number) => () =>
    network.buildTrainProgram({ batch, controlPictures: count, optimizer: sgd() });
  expect(build(createJointNetwork(sizes), 2)).toThrow('A batch of 6 with 2 control pictures does not fit 0 marks');
  expect(build(joint, 0)).toThrow('does not fit 2 marks');
  expect(build(joint, 6)).toThrow('A batch of 6 with 6 control pictures');
});
