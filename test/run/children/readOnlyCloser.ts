// In a folder on a disk of its own, mounted by this process: holds a run, loses the right to write, and lets the run go.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { writeResult } from '../../../src/run/resultFile';
import { createRun, type Run } from '../../../src/run/runFolder';
import { exampleResult } from '../../fixtures/result';

const folder = process.argv[2];

async function writeAndClose(run: Run): Promise<void> {
  try {
    await writeResult(run.paths.folder, exampleResult());
  } finally {
    await run.close();
  }
}

async function main(): Promise<void> {
  const run = await createRun({ data: '/data', options: {}, safeAugVersion: '0', folder: join(folder, 'run') });
  execFileSync('mount', ['-o', 'remount,ro', folder]);
  const outcome = await writeAndClose(run).then(() => 'ok', String);
  console.log(JSON.stringify(outcome));
}

void main();
