import { describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine';
import { createOnnxEngine } from '../../src/engine/onnx/onnxEngine';
import { expected } from '../../src/engine/selfTest/expected';
import { selfTestFeeds, selfTestProgram } from '../../src/engine/selfTest/program';
import { selfTest, summarize } from '../../src/engine/selfTest/selfTest';
import { evaluate } from '../graph/interpreter';

describe('the self-test', () => {
  test('has the numbers that double precision gives', () => {
    const { inputs, outputs } = selfTestProgram(4, 16);
    const { images, weights } = selfTestFeeds(4, 16);
    const feeds = new Map([
      [inputs.images, images],
      [inputs.weights, weights],
    ]);
    const [loss, gradient] = evaluate([outputs.loss, outputs.gradient], feeds);
    expect(loss[0]).toBeCloseTo(expected.loss, 10);
    summarize(gradient).forEach(({ norm, dot }, i) => {
      expect(norm).toBeCloseTo(expected.gradients[i].norm, 10);
      expect(dot).toBeCloseTo(expected.gradients[i].dot, 10);
    });
  });

  test.each(['fastest', 'plain'] as const)('passes with the %s layout, far below its tolerance', async (layout) => {
    const report = await selfTest(await createOnnxEngine({ layout }), { threads: 2 });
    expect(report).toMatchObject({ passed: true, problem: null });
    expect(report.error).toBeLessThan(1e-4);
    expect(report.stepMilliseconds).toBeGreaterThan(0);
  });

  test('fails an engine whose gradients are slightly wrong, and says by how much', async () => {
    const report = await selfTest(
      altered(await createOnnxEngine(), (gradient) => gradient.map((x) => x * 1.01)),
      {
        threads: 1,
      },
    );
    expect(report.passed).toBe(false);
    expect(report.problem).toMatch(/differ from the stored ones by 0.01/);
  });

  test('fails an engine that gives NaN', async () => {
    const report = await selfTest(
      altered(await createOnnxEngine(), (gradient) => gradient.fill(NaN)),
      { threads: 1 },
    );
    expect(report.passed).toBe(false);
  });

  test('reports an engine that throws', async () => {
    const broken = { ...(await createOnnxEngine()), compile: () => Promise.reject(new Error('no such device')) };
    expect(await selfTest(broken, { threads: 1 })).toMatchObject({ passed: false, problem: 'no such device' });
  });
});

/** The engine with its gradients changed on the way out. */
function altered(engine: Engine, change: (gradient: Float32Array) => Float32Array): Engine {
  return {
    ...engine,
    async compile(program, options) {
      const executable = await engine.compile(program, options);
      return {
        run: async (feeds) => {
          const outputs = (await executable.run(feeds)) as unknown as { gradient: Float32Array };
          return { ...outputs, gradient: change(outputs.gradient) } as never;
        },
        close: () => executable.close(),
      };
    },
  };
}
