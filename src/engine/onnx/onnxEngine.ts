import { env, InferenceSession } from 'onnxruntime-node';
import type { Program } from '../../graph/program';
import { EngineError, type CompileOptions, type Engine, type Executable } from '../engine';
import { probeBlockSize } from './blocked/blockSize';
import { compileToOnnx } from './compile';
import { OnnxExecutable } from './onnxExecutable';

export interface OnnxEngineOptions {
  /**
   * Memory layout of images. `blocked` is onnxruntime's NCHWc, several times faster where the processor has it (AVX2 or
   * AVX-512); `plain` is NCHW; `fastest` is blocked where possible. Default `fastest`.
   */
  readonly layout?: 'fastest' | 'blocked' | 'plain';
}

/**
 * The engine that runs programs with onnxruntime on the CPU.
 * @throws EngineError when the blocked layout is asked for and this machine has none.
 */
export async function createOnnxEngine({ layout = 'fastest' }: OnnxEngineOptions = {}): Promise<Engine> {
  const blockSize = layout === 'plain' ? null : await probeBlockSize();
  if (layout === 'blocked' && blockSize === null) {
    throw new EngineError('onnxruntime has no blocked layout on this processor; use the plain layout.');
  }
  const version = env.versions.node ?? env.versions.common;
  const layoutName = blockSize === null ? 'NCHW layout' : `NCHWc layout of ${blockSize} channels`;
  return {
    name: 'onnx',
    version,
    description: `onnxruntime ${version}, ${layoutName}`,
    async compile<Inputs, Outputs>(
      program: Program<Inputs, Outputs>,
      { threads }: CompileOptions,
    ): Promise<Executable<Inputs, Outputs>> {
      const model = compileToOnnx(program as Program, blockSize);
      try {
        const session = await InferenceSession.create(model.bytes, {
          intraOpNumThreads: threads,
          executionProviders: ['cpu'],
          graphOptimizationLevel: 'all',
          enableCpuMemArena: true,
          logSeverityLevel: 3,
        });
        return new OnnxExecutable(session, program as Program, model) as unknown as Executable<Inputs, Outputs>;
      } catch (error) {
        throw new EngineError(`onnxruntime refuses a program: ${(error as Error).message}`, { cause: error });
      }
    },
  };
}
