import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { peerEnvironment } from '../../test/peers/venv';

export interface Peer extends AsyncDisposable {
  /** Images per second of Albumentations' transform of that name, over at least `seconds`. */
  measure(transform: string, seconds: number): Promise<number>;
}

/** Starts albumentations_worker.py on the raw pictures in `file`; it idles between measurements and ends when disposed of. */
export function startPeer(python: string, { file, size }: { file: string; size: number }): Peer {
  const child = spawn(python, ['bench/augment/albumentations_worker.py', file, String(size)], {
    env: peerEnvironment,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    measure: async (transform, seconds) => {
      child.stdin.write(`${transform} ${seconds}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error(`Albumentations ended while measuring ${transform}; its message stands above.`);
      return Number(value);
    },
    [Symbol.asyncDispose]: async () => {
      child.stdin.end();
      await exited;
    },
  };
}
