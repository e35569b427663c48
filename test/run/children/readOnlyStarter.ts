// In a folder that cannot be written: tries to start a run in three ways, and prints what went wrong as JSON.
import { join } from 'node:path';
import { acquireLock } from '../../../src/run/runLock';
import { createRun } from '../../../src/run/runFolder';

const folder = process.argv[2];
const base = { data: '/data', options: {}, safeAugVersion: '0' };

async function main(): Promise<void> {
  const starts = [
    createRun({ ...base, project: folder }),
    createRun({ ...base, folder: join(folder, 'run') }),
    acquireLock(folder),
  ];
  const outcomes = await Promise.allSettled(starts);
  console.log(
    JSON.stringify(outcomes.map((outcome) => (outcome.status === 'rejected' ? String(outcome.reason) : 'ok'))),
  );
}

void main();
