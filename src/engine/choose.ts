import { EngineError, type Engine } from './engine';
import { selfTest, type SelfTestReport } from './selfTest/selfTest';

/** An engine that passed its self-test on this machine. */
export interface ChosenEngine {
  readonly engine: Engine;
  /** What it runs on, for people: "CPU, 2 threads (onnxruntime 1.30.0)". */
  readonly device: string;
  /** Why it was chosen, and why what was tried before was not. */
  readonly why: string;
  readonly selfTest: SelfTestReport;
}

export interface ChooseEngineOptions {
  /** As the user gave it. Default `onnx`, the only one so far. */
  readonly name?: string;
  readonly threads: number;
}

/**
 * Loads the engine and tests it, falling back to its slower memory layout when the fast one computes wrongly here.
 * @throws EngineError for an unknown engine, or when the engine cannot be loaded or fails its self-test.
 */
export async function chooseEngine({ name = 'onnx', threads }: ChooseEngineOptions): Promise<ChosenEngine> {
  if (name !== 'onnx') {
    throw new EngineError(`This version has no engine "${name}"; it has onnx (CPU). Use --engine onnx.`);
  }
  const { createOnnxEngine } = await loadOnnx();
  const problems: string[] = [];
  for (const layout of ['fastest', 'plain'] as const) {
    const engine = await createOnnxEngine({ layout });
    const report = await selfTest(engine, { threads });
    if (report.passed) {
      const device = `CPU, ${threads} ${threads === 1 ? 'thread' : 'threads'} (onnxruntime ${engine.version})`;
      return { engine, device, why: explain(problems), selfTest: report };
    }
    problems.push(`${engine.description}: ${report.problem}`);
  }
  throw new EngineError(
    `onnxruntime fails its self-test on this machine (${problems.join('; ')}). Reinstall with "npm ci", and report this with the output of "safe-aug doctor" if it stays.`,
  );
}

function explain(problems: readonly string[]): string {
  const chosen = 'onnx is the only engine of this version, and its gradients passed the self-test';
  return problems.length === 0
    ? `${chosen}.`
    : `${chosen} with the plain memory layout, which is slower; ${problems.join('; ')}.`;
}

/** Loaded only when it is needed, so that a missing native library is an error with advice and not a crash at the start. */
async function loadOnnx() {
  try {
    return await import('./onnx/onnxEngine');
  } catch (error) {
    throw new EngineError(
      `onnxruntime cannot be loaded: ${(error as Error).message}. Reinstall with "npm ci"; it needs Windows, Linux with glibc, or macOS on Apple silicon, all 64-bit.`,
      { cause: error },
    );
  }
}
