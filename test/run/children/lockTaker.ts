// Takes and lets go locks as told on stdin, a line each ("take FOLDER", "free"), and answers on stdout.
import { createInterface } from 'node:readline';
import { acquireLock, type RunLock } from '../../../src/run/runLock';

let lock: RunLock | undefined;

async function answer(line: string): Promise<string> {
  if (line === 'free') {
    await lock?.close();
    return 'free';
  }
  try {
    lock = await acquireLock(line.slice('take '.length));
    return 'held';
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  }
}

createInterface({ input: process.stdin }).on('line', async (line) => console.log(await answer(line)));
