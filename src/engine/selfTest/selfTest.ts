import type { Engine, Executable } from '../engine';
import { expected } from './expected';
import { selfTestFeeds, selfTestProgram, weightSizes, type SelfTestInputs, type SelfTestOutputs } from './program';

export interface SelfTestReport {
  /** Whether the engine computes what it should. */
  readonly passed: boolean;
  /** Greatest relative difference from the stored numbers; infinite when the engine failed. */
  readonly error: number;
  readonly tolerance: number;
  /** Milliseconds of one training step of the small network (64 images of 29 pixels a side); null when the engine failed. */
  readonly stepMilliseconds: number | null;
  /** Why it did not pass, else null. */
  readonly problem: string | null;
}

/** float32 gradients of this network are within 1e-5 of double precision; a wrong lowering is off by far more. */
const tolerance = 1e-3;
const checked = { batch: 4, side: 16 };
const timed = { batch: 64, side: 29 };
const timedSteps = 5;

/** Compares an engine's gradients with stored numbers and times a step. Never throws: what fails is in the report. */
export async function selfTest(engine: Engine, { threads }: { readonly threads: number }): Promise<SelfTestReport> {
  try {
    const error = await gradientError(engine, threads);
    const passed = error <= tolerance;
    const problem = passed ? null : `its gradients differ from the stored ones by ${error.toPrecision(2)}`;
    return { passed, error, tolerance, stepMilliseconds: await timeStep(engine, threads), problem };
  } catch (error) {
    return { passed: false, error: Infinity, tolerance, stepMilliseconds: null, problem: (error as Error).message };
  }
}

/** The loss's relative difference, or that of a weight's gradient relative to its norm, whichever is greatest. */
export async function gradientError(engine: Engine, threads: number): Promise<number> {
  const { batch, side } = checked;
  const { loss, gradient } = await withProgram(engine, threads, checked, (program) =>
    program.run(selfTestFeeds(batch, side)),
  );
  const errors = summarize(gradient).flatMap(({ norm, dot }, i) => {
    const wanted = expected.gradients[i];
    return [(norm - wanted.norm) / wanted.norm, (dot - wanted.dot) / wanted.norm];
  });
  errors.push((loss[0] - expected.loss) / expected.loss);
  return errors.some(Number.isNaN) ? Infinity : Math.max(...errors.map(Math.abs));
}

/** The numbers that are stored of a gradient. */
export function summarize(gradient: ArrayLike<number>): { norm: number; dot: number }[] {
  let start = 0;
  return weightSizes.map((size) => {
    let square = 0;
    let dot = 0;
    for (let i = 0; i < size; i++) {
      square += gradient[start + i] ** 2;
      dot += gradient[start + i] * Math.cos(i);
    }
    start += size;
    return { norm: Math.sqrt(square), dot };
  });
}

async function timeStep(engine: Engine, threads: number): Promise<number> {
  const feeds = selfTestFeeds(timed.batch, timed.side);
  return withProgram(engine, threads, timed, async (program) => {
    const times: number[] = [];
    for (let i = 0; i <= timedSteps; i++) {
      const start = performance.now();
      await program.run(feeds);
      times.push(performance.now() - start);
    }
    // Without the first step, in which memory is set up, the median.
    return times.slice(1).sort((a, b) => a - b)[Math.floor(timedSteps / 2)];
  });
}

async function withProgram<Result>(
  engine: Engine,
  threads: number,
  { batch, side }: { readonly batch: number; readonly side: number },
  use: (program: Executable<SelfTestInputs, SelfTestOutputs>) => Promise<Result>,
): Promise<Result> {
  const program = await engine.compile(selfTestProgram(batch, side), { threads });
  try {
    return await use(program);
  } finally {
    await program.close();
  }
}
