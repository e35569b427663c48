import fc from 'fast-check';
import { describe, test } from 'vitest';
import { createOnnxEngine } from '../../../src/engine/onnx/onnxEngine';
import { conv2d, conv2dFilterGrad, conv2dInputGrad } from '../../../src/graph/ops/conv2d';
import { input } from '../../../src/graph/ops/input';
import { expectSameAsInterpreter } from './compare';

interface Geometry {
  readonly batch: number;
  readonly inputs: number;
  readonly outputs: number;
  readonly height: number;
  readonly width: number;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
}

function convolutionProgram({ batch, inputs, outputs, height, width, kernel, stride, padding }: Geometry) {
  const x = input('float32', [batch, inputs, height, width]);
  const w = input('float32', [outputs, inputs, kernel, kernel]);
  const y = conv2d(x, w, { stride, padding });
  const dy = input('float32', y.shape);
  const dx = conv2dInputGrad(dy, w, x.shape, { stride, padding });
  const dw = conv2dFilterGrad(x, dy, w.shape, { stride, padding });
  return { inputs: { x, w, dy }, outputs: { y, dx, dw } };
}

const named: Record<string, Geometry> = {
  'a row of whole blocks': {
    batch: 4,
    inputs: 16,
    outputs: 16,
    height: 5,
    width: 16,
    kernel: 3,
    stride: 1,
    padding: 1,
  },
  'rows a little shorter': {
    batch: 2,
    inputs: 16,
    outputs: 32,
    height: 7,
    width: 29,
    kernel: 3,
    stride: 1,
    padding: 1,
  },
  'few pixels': { batch: 8, inputs: 32, outputs: 16, height: 4, width: 4, kernel: 3, stride: 1, padding: 1 },
  'stride 2, odd side': { batch: 3, inputs: 16, outputs: 32, height: 9, width: 9, kernel: 3, stride: 2, padding: 1 },
  'stride 2, even side': { batch: 2, inputs: 16, outputs: 32, height: 8, width: 6, kernel: 3, stride: 2, padding: 1 },
  'a strided projection': { batch: 2, inputs: 16, outputs: 32, height: 7, width: 8, kernel: 1, stride: 2, padding: 0 },
  'one pixel left': { batch: 2, inputs: 16, outputs: 16, height: 2, width: 2, kernel: 3, stride: 2, padding: 1 },
  'a single pixel': { batch: 2, inputs: 16, outputs: 16, height: 1, width: 1, kernel: 3, stride: 1, padding: 1 },
  'a stem': { batch: 2, inputs: 3, outputs: 16, height: 13, width: 13, kernel: 3, stride: 1, padding: 1 },
  'a gray stem that strides by 4': {
    batch: 2,
    inputs: 1,
    outputs: 16,
    height: 21,
    width: 21,
    kernel: 5,
    stride: 4,
    padding: 2,
  },
  'stride 3 with a large kernel': {
    batch: 2,
    inputs: 16,
    outputs: 16,
    height: 11,
    width: 10,
    kernel: 5,
    stride: 3,
    padding: 2,
  },
  'no padding': { batch: 2, inputs: 16, outputs: 16, height: 8, width: 8, kernel: 3, stride: 1, padding: 0 },
  'stride 2 without padding': {
    batch: 2,
    inputs: 16,
    outputs: 16,
    height: 8,
    width: 8,
    kernel: 3,
    stride: 2,
    padding: 0,
  },
  'channels that fill no block': {
    batch: 2,
    inputs: 5,
    outputs: 6,
    height: 6,
    width: 7,
    kernel: 3,
    stride: 2,
    padding: 1,
  },
};

describe.each(['plain', 'fastest'] as const)('convolutions and their gradients in the %s layout', (layout) => {
  test.each(Object.entries(named))('%s', async (_, geometry) => {
    await expectSameAsInterpreter(await createOnnxEngine({ layout }), convolutionProgram(geometry));
  });

  test('any geometry', async () => {
    const engine = await createOnnxEngine({ layout });
    const geometries = fc
      .record({
        batch: fc.integer({ min: 1, max: 9 }),
        inputs: fc.constantFrom(1, 3, 8, 16, 32),
        outputs: fc.constantFrom(4, 16, 48),
        height: fc.integer({ min: 1, max: 17 }),
        width: fc.integer({ min: 1, max: 33 }),
        kernel: fc.integer({ min: 1, max: 5 }),
        stride: fc.integer({ min: 1, max: 4 }),
        padding: fc.integer({ min: 0, max: 2 }),
      })
      .filter(
        ({ height, width, kernel, padding }) => Math.min(height, width) + 2 * padding >= kernel && padding < kernel,
      );
    await fc.assert(
      fc.asyncProperty(geometries, (geometry) => expectSameAsInterpreter(engine, convolutionProgram(geometry))),
      { numRuns: 40, seed: 5 },
    );
  });
});
