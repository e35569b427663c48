// In a folder on a small disk: makes a run, and goes on writing until the disk is full. Prints what happened as JSON.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleResult } from '../../fixtures/result';
import { loadCheckpoint, saveCheckpoint } from '../../../src/run/checkpoint';
import { openEventLog, type EventLog } from '../../../src/run/eventLog';
import { readEvents } from '../../../src/run/readEvents';
import { readResult, writeResult } from '../../../src/run/resultFile';
import { createRun } from '../../../src/run/runFolder';

const folder = process.argv[2];

async function failure(action: () => unknown): Promise<string> {
  try {
    await action();
    return 'none';
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

function appendUntilFull(log: EventLog): void {
  for (let count = 0; count < 1e6; count++) log.append({ type: 'warning', message: 'y'.repeat(200) });
}

async function main(): Promise<void> {
  const run = await createRun({ data: '/data', options: {}, safeAugVersion: '0', folder: join(folder, 'run') });
  const { paths } = run;
  const log = await openEventLog(paths.events, run.manifest);
  log.append({ type: 'stage', stage: 'inspect' });
  await writeResult(paths.folder, exampleResult());
  await saveCheckpoint(paths.checkpoint, { arrays: { weights: new Float32Array(1000).fill(1) }, state: 1 });
  const before = readFileSync(paths.result, 'utf8');

  await failure(() => writeFileSync(join(folder, 'ballast'), Buffer.alloc(64 * 1024 * 1024)));
  const failures = {
    result: await failure(() => writeResult(paths.folder, { ...exampleResult(), complete: false })),
    checkpoint: await failure(() =>
      saveCheckpoint(paths.checkpoint, { arrays: { weights: new Float32Array(1e6) }, state: 2 }),
    ),
    events: await failure(() => appendUntilFull(log)),
  };
  const events: string[] = [];
  for await (const { event } of readEvents(paths.events)) events.push(event.type);
  const left = {
    resultIsOld: readFileSync(paths.result, 'utf8') === before && (await readResult(paths.folder))?.complete === true,
    checkpoint: (await loadCheckpoint(paths.checkpoint))?.state,
    firstEvent: events[0],
    logEndsWhole: readFileSync(paths.events).at(-1) === 0x0a,
    newRun: await failure(() => createRun({ data: '/data', options: {}, safeAugVersion: '0', project: folder })),
  };
  console.log(JSON.stringify({ failures, left }));
  await run.close();
}

void main();
