import { InferenceSession, Tensor } from 'onnxruntime-node';
import { ModelBuilder } from '../model';
import { blockedDomain } from './layout';

const channels = 32;

/**
 * How many channels onnxruntime's blocked layout keeps together on this processor, found by looking at what it does to 32
 * channels of two pixels; null where it has no such layout.
 */
export async function probeBlockSize(): Promise<number | null> {
  const model = new ModelBuilder();
  const shape = [1, channels, 1, 2];
  const input = model.input('float32', shape);
  const output = model.node('ReorderInput', [input], { domain: blockedDomain });
  model.output(output, 'float32', shape);
  // Element c of the first pixel is 2c, so the values count up in twos until the block ends.
  const values = Float32Array.from({ length: 2 * channels }, (_, i) => i);
  try {
    const session = await InferenceSession.create(model.encode(), { intraOpNumThreads: 1, logSeverityLevel: 4 });
    const results = await session.run({ [input]: new Tensor('float32', values, shape) });
    await session.release();
    const blockSize = (results[output].data as Float32Array).indexOf(1);
    return blockSize > 1 ? blockSize : null;
  } catch {
    return null;
  }
}
