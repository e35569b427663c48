import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { batch, classes, transforms, type BenchNetwork } from './networks';
import type { Stepper } from './stepper';

/** The same step in PyTorch, in a process of its own. */
export async function startTorch(
  python: string,
  network: BenchNetwork,
  options: { readonly threads: number; readonly channelsLast: boolean },
): Promise<Stepper> {
  const settings = JSON.stringify({ ...network, batch, classes, transforms, ...options });
  const child = spawn(python, ['bench/step/torch_worker.py', settings], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const answer = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done) throw new Error('PyTorch ended; its message stands above.');
    return value as string;
  };
  await answer();
  return {
    step: async () => {
      child.stdin.write('step\n');
      return Number(await answer());
    },
    [Symbol.asyncDispose]: async () => {
      child.stdin.end();
      await exited;
    },
  };
}
