import { describe, expect, test } from 'vitest';
import { EngineError } from '../../../src/engine/engine';
import { createOnnxEngine } from '../../../src/engine/onnx/onnxEngine';
import { add, multiply } from '../../../src/graph/ops/arithmetic';
import { input } from '../../../src/graph/ops/input';

async function compileSum() {
  const [a, b] = [input('float32', [2, 2]), input('float32', [2])];
  const engine = await createOnnxEngine();
  return engine.compile({ inputs: { a, b }, outputs: { sum: add(a, b), b, square: multiply(b, b) } }, { threads: 1 });
}

describe('an executable', () => {
  test('computes, and gives inputs back that are outputs too', async () => {
    const executable = await compileSum();
    const { sum, b, square } = await executable.run({ a: Float32Array.of(1, 2, 3, 4), b: Float32Array.of(10, 20) });
    expect([...sum, ...b, ...square]).toEqual([11, 22, 13, 24, 10, 20, 100, 400]);
    await executable.close();
  });

  test('leaves earlier outputs alone when it runs again', async () => {
    const executable = await compileSum();
    const feeds = { a: new Float32Array(4), b: Float32Array.of(1, 2) };
    const { sum } = await executable.run(feeds);
    await executable.run({ ...feeds, a: sum });
    expect([...sum]).toEqual([1, 2, 1, 2]);
    await executable.close();
  });

  test('says which input is missing or has the wrong length', async () => {
    const executable = await compileSum();
    const b = new Float32Array(2);
    await expect(executable.run({ a: new Float32Array(3), b })).rejects.toThrow(
      new EngineError('Input a takes float32 [2, 2], 4 values; 3 were given.'),
    );
    await expect(executable.run({ b } as never)).rejects.toThrow('Input a takes float32 [2, 2], 4 values; nothing was');
    await executable.close();
  });

  test('can be closed twice, and then not run', async () => {
    const executable = await compileSum();
    await executable.close();
    await executable.close();
    await expect(executable.run({ a: new Float32Array(4), b: new Float32Array(2) })).rejects.toThrow('was closed');
  });
});
