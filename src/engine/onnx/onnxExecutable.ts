import { Tensor as OnnxTensor, type InferenceSession } from 'onnxruntime-node';
import type { Program } from '../../graph/program';
import { formatShape, sizeOf } from '../../graph/shape';
import type { DataOf, DType, Tensor } from '../../graph/tensor';
import { EngineError, type ArraysOf, type Executable } from '../engine';
import type { OnnxModel } from './compile';

type Arrays = { readonly [name: string]: DataOf<DType> };

/** A program that onnxruntime has taken in. */
export class OnnxExecutable implements Executable {
  private session: InferenceSession | null;

  constructor(
    session: InferenceSession,
    private readonly program: Program,
    private readonly model: OnnxModel,
  ) {
    this.session = session;
  }

  async run(feeds: Arrays): Promise<ArraysOf<Record<string, DType>>> {
    if (!this.session) throw new EngineError('This program was closed; compile it again.');
    const onnxFeeds: Record<string, OnnxTensor> = {};
    for (const [name, tensor] of Object.entries(this.program.inputs)) {
      onnxFeeds[this.model.inputNames[name]] = toOnnx(name, tensor, feeds[name]);
    }
    const results = await this.runSession(this.session, onnxFeeds);
    return Object.fromEntries(
      Object.entries(this.model.outputNames).map(([name, value]) => [name, results[value].data as DataOf<DType>]),
    );
  }

  async close(): Promise<void> {
    const session = this.session;
    this.session = null;
    await session?.release();
  }

  private async runSession(session: InferenceSession, feeds: Record<string, OnnxTensor>) {
    try {
      return await session.run(feeds);
    } catch (error) {
      throw new EngineError(`onnxruntime failed to run a program: ${(error as Error).message}`, { cause: error });
    }
  }
}

function toOnnx(name: string, { dtype, shape }: Tensor, data: DataOf<DType> | undefined): OnnxTensor {
  if (data?.length !== sizeOf(shape)) {
    const given = data ? `${data.length} were` : 'nothing was';
    throw new EngineError(
      `Input ${name} takes ${dtype} ${formatShape(shape)}, ${sizeOf(shape)} values; ${given} given.`,
    );
  }
  return new OnnxTensor(dtype, data as Float32Array, shape);
}
