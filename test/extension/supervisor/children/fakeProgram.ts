/**
 * Stands in for dist/cli.js: takes the same arguments, holds the run folder and writes its log in the same way, and learns nothing.
 * What it does is the name of the data set.
 */
import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { exampleEvents } from '../../../fixtures/events';
import { openEventLog } from '../../../../src/run/eventLog';
import { createRun, openRun, type Run } from '../../../../src/run/runFolder';
import { createStopSignal } from '../../../../src/run/stopSignal';

const [verb, target, ...options] = process.argv.slice(2);
const lease = options.includes('--lease');

async function main(): Promise<void> {
  const run = await take();
  const behaviour = basename(run.manifest.data);
  if (behaviour === 'hangs-with-the-folder') await forever();
  const log = await openEventLog(run.paths.events, { startedAt: run.manifest.startedAt });
  log.append({ type: 'stage', stage: 'inspect' });
  if (behaviour === 'is-no-data') {
    log.append({ type: 'run-failed', message: 'No pictures were found.' });
    await run.close();
    process.exit(3);
  }
  const started = exampleEvents().find((event) => event.type === 'run-started');
  if (started) log.append(started);
  if (behaviour === 'dies') process.kill(process.pid, 'SIGKILL');
  if (behaviour === 'ignores-stop') {
    const grandchild = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    log.append({ type: 'warning', message: `grandchild ${grandchild.pid}` });
    await forever();
  }
  if (behaviour === 'takes-a-stop-back') {
    while (!existsSync(run.paths.stop)) await wait(5);
    // Long enough to be seen as stopping.
    await wait(200);
    rmSync(run.paths.stop);
  }
  const stop = createStopSignal({ folder: run.paths.folder, lease, pollMs: 20 });
  for (let presentations = 0; !stop.requested.aborted; presentations += 64) {
    log.append({ type: 'checkpoint', presentations });
    if (behaviour === 'finishes' && presentations === 640) break;
    await wait(20);
  }
  const complete = !stop.requested.aborted;
  log.append({ type: 'run-finished', complete, presentations: 640 });
  stop.close();
  log.close();
  await run.close();
  process.exitCode = complete ? 0 : 6;
}

async function take(): Promise<Run> {
  if (verb === 'resume') return openRun(target);
  if (basename(target) === 'crashes') throw new Error('libvips-cpp.so.42: cannot open shared object file');
  if (basename(target) === 'hangs') await forever();
  const folder = options[options.indexOf('--run') + 1];
  return createRun({ data: target, options: {}, safeAugVersion: '0.1.0', folder });
}

function forever(): Promise<never> {
  setInterval(() => undefined, 1000);
  return new Promise(() => undefined);
}

void main();
