// Saves checkpoints as fast as it can, each one above the last, and says which are done.
import { writeSync } from 'node:fs';
import { loadCheckpoint, saveCheckpoint } from '../../../src/run/checkpoint';

const [folder, floats] = process.argv.slice(2);

async function main(): Promise<void> {
  const loaded = await loadCheckpoint(folder);
  for (let count = ((loaded?.state as { count: number } | undefined)?.count ?? 0) + 1; ; count++) {
    const weights = new Float32Array(Number(floats)).fill(count);
    await saveCheckpoint(folder, { arrays: { weights, bytes: new Uint8Array(999).fill(count) }, state: { count } });
    writeSync(1, `${count}\n`);
  }
}

void main();
