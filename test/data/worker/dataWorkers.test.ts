import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startDataWorkers, type DataWorkers } from '../../../src/data/worker/dataWorkers';
import { writeFiles } from '../support/pictures';
import { temporaryFolder } from '../support/temporaryFolder';
import { testWorkers } from '../support/workers';

/** Threads that run this program instead of the real one. */
function workersRunning(program: string): DataWorkers {
  const folder = temporaryFolder();
  writeFiles(folder, { 'worker.cjs': program });
  return startDataWorkers({ workerFile: join(folder, 'worker.cjs'), count: 2 });
}

const task = { place: { root: '/', containers: [] }, source: { kind: 'file', path: 'missing.png', size: 0 } } as const;

describe('data workers', () => {
  test('an error in a task rejects that task alone', async () => {
    const workers = testWorkers();
    await expect(workers.run('jpegCoding', task)).rejects.toThrow(
      /missing\.png can no longer be used: cannot be opened \(ENOENT\)/,
    );
    await expect(workers.run('jpegCoding', task)).rejects.toMatchObject({ name: 'DataError' });
  });

  test('a crash rejects everything, with its message', async () => {
    const workers = workersRunning(
      `require('node:worker_threads').parentPort.on('message', () => { throw new Error('boom'); });`,
    );
    const results = await Promise.allSettled(Array.from({ length: 9 }, () => workers.run('jpegCoding', task)));
    for (const result of results)
      expect(result).toMatchObject({ status: 'rejected', reason: { message: 'A data worker stopped: boom' } });
    await expect(workers.run('jpegCoding', task)).rejects.toThrow('boom');
    await workers.close();
  });

  test('a thread that ends by itself is an error', async () => {
    const workers = workersRunning(`require('node:worker_threads').parentPort.on('message', () => process.exit(3));`);
    await expect(workers.run('jpegCoding', task)).rejects.toThrow(/exit code 3/);
    await workers.close();
  });

  test('a missing worker file is an error', async () => {
    const workers = startDataWorkers({ workerFile: '/nowhere/dataWorker.js', count: 1 });
    await expect(workers.run('jpegCoding', task)).rejects.toThrow(/A data worker stopped.*nowhere/);
    await workers.close();
  });

  test('closing rejects what is under way and what comes later', async () => {
    const workers = workersRunning(`require('node:worker_threads').parentPort.on('message', () => {});`);
    const waiting = expect(workers.run('jpegCoding', task)).rejects.toThrow(/closed/);
    await workers.close();
    await waiting;
    await expect(workers.run('jpegCoding', task)).rejects.toThrow(/closed/);
  });

  test('a signal rejects at once and drops what has not begun', async () => {
    const workers = workersRunning(`
      const { parentPort } = require('node:worker_threads');
      let seen = 0;
      parentPort.on('message', ({ id, input }) => setTimeout(() => parentPort.postMessage({ id, output: { seen: ++seen } }), 50));
    `);
    const controller = new AbortController();
    const dropped = Array.from({ length: 10 }, () => workers.run('jpegCoding', task, controller.signal));
    const kept = workers.run('jpegCoding', task);
    controller.abort(new Error('enough'));
    for (const each of await Promise.allSettled(dropped))
      expect(each).toMatchObject({ status: 'rejected', reason: { message: 'enough' } });
    // Two threads had two tasks each; of the eleven only those four and the last one were begun.
    expect((await kept) as unknown).toMatchObject({ seen: expect.toSatisfy((seen: number) => seen <= 3) });
    await workers.close();
  });
});
