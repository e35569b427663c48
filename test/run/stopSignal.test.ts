import fc from 'fast-check';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { watchLease } from '../../src/run/leaseWatch';
import { createStopSignal } from '../../src/run/stopSignal';
import { buildChild, startChild } from './childProcess';
import { temporaryFolder } from './temporaryFolder';

describe('stop file', () => {
  it('asks for a graceful stop, and closing ends the listening', async () => {
    const folder = temporaryFolder();
    const before = process.listenerCount('SIGINT');
    const stop = createStopSignal({ folder, pollMs: 10 });
    expect(process.listenerCount('SIGINT')).toBe(before + 1);
    await wait(50);
    expect(stop.requested.aborted).toBe(false);
    writeFileSync(join(folder, 'stop'), '');
    await new Promise((resolve) => stop.requested.addEventListener('abort', resolve));
    expect((stop.requested.reason as Error).message).toBe('the stop file was made');
    expect(stop.immediate.aborted).toBe(false);
    stop.close();
    expect(process.listenerCount('SIGINT')).toBe(before);
  });
});

describe.skipIf(process.platform === 'win32')('signals, to a real process', () => {
  let program: string;
  beforeAll(() => {
    program = buildChild('stopListener');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('%s once asks to stop, twice means now', async (signal) => {
    const child = startChild(program, [temporaryFolder()]);
    expect(await child.line()).toBe('listening');
    child.process.kill(signal);
    expect(await child.line()).toBe(`requested: ${signal} received`);
    await wait(600);
    child.process.kill(signal);
    expect(await child.line()).toBe(`immediate: ${signal} received a second time`);
    await child.kill();
  });

  it('takes a signal that arrives twice in a row for one request', async () => {
    const child = startChild(program, [temporaryFolder()]);
    await child.line();
    child.process.kill('SIGINT');
    expect(await child.line()).toBe('requested: SIGINT received');
    child.process.kill('SIGINT');
    await wait(200);
    expect(await child.kill()).toEqual([]);
  });

  it('leaves a third one to the system', async () => {
    const child = startChild(program, [temporaryFolder(), 'stay']);
    await child.line();
    child.process.kill('SIGINT');
    await child.line();
    await wait(600);
    child.process.kill('SIGINT');
    await child.line();
    await child.kill('SIGINT');
    expect(child.process.signalCode).toBe('SIGINT');
  });
});

describe('lease', () => {
  const options = { limitMs: 60_000, longestStepMs: 2_000 };

  it('runs out a minute after the last renewal, whatever the clock of the file system says', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e15, noNaN: true }), fc.nat({ max: 50 }), (skew, renewals) => {
        const lease = watchLease(options);
        let now = 0;
        for (let second = 0; second <= renewals * 10; second++, now += 1000) {
          expect(lease.look(skew + Math.floor(second / 10), now)).toBe(false);
        }
        let silent = 0;
        for (; !lease.look(skew + renewals, now); now += 1000) silent += 1000;
        expect(silent).toBeGreaterThanOrEqual(58_000);
        expect(silent).toBeLessThanOrEqual(61_000);
      }),
    );
  });

  it('does not count a night asleep, or a process that was held up', () => {
    const lease = watchLease(options);
    lease.look(1, 0);
    expect(lease.look(1, 8 * 3_600_000)).toBe(false);
    expect(lease.look(1, 9 * 3_600_000)).toBe(false);
    expect(lease.look(2, 9 * 3_600_000 + 1000)).toBe(false);
  });

  it('counts a lease file that is missing as one that is not renewed', () => {
    const lease = watchLease(options);
    let now = 0;
    while (!lease.look(null, now)) now += 1000;
    expect(now).toBe(61_000);
  });

  it('is looked at only where asked', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'lease');
    writeFileSync(path, '');
    utimesSync(path, 1, 1);
    const stops = [true, false].map((lease) => createStopSignal({ folder, lease, signals: false, pollMs: 5 }));
    await wait(100);
    // A file that is old when the run starts does not count until a minute was waited.
    expect(stops.map((stop) => stop.requested.aborted)).toEqual([false, false]);
    stops.forEach((stop) => stop.close());
  });
});
