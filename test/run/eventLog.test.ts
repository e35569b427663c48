import fc from 'fast-check';
import { appendFileSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EventBody, RunEvent } from '../../src/protocol/events';
import { openEventLog } from '../../src/run/eventLog';
import { readEvents, readLastEvent } from '../../src/run/readEvents';
import { RunError } from '../../src/run/runError';
import { exampleEvents } from '../fixtures/events';
import { buildChild, startChild } from './childProcess';
import { temporaryFolder } from './temporaryFolder';

const now = (): string => new Date().toISOString();
const warning = (message: string): EventBody => ({ type: 'warning', message });

async function allEvents(path: string, from = 0): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  for await (const { event } of readEvents(path, { from })) events.push(event);
  return events;
}

describe('event log', () => {
  it('reads back a whole run as it was appended', async () => {
    const path = join(temporaryFolder(), 'events.jsonl');
    const log = await openEventLog(path, { startedAt: now() });
    const appended = exampleEvents().map((event) => log.append(event));
    log.close();
    expect(await allEvents(path)).toEqual(appended);
    expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(appended.length + 1);
    expect((await readLastEvent(path)).event).toEqual(appended.at(-1));
  });

  it('counts t from the start of the run, in a resumed process too, and never backwards', async () => {
    const path = join(temporaryFolder(), 'events.jsonl');
    const startedAt = new Date(Date.now() - 5_000).toISOString();
    const first = await openEventLog(path, { startedAt });
    expect(first.append(warning('a')).t).toBeGreaterThanOrEqual(5_000);
    expect(first.append(warning('b')).t).toBeLessThan(8_000);
    first.close();

    appendFileSync(path, `${JSON.stringify({ v: 1, t: 90_000, ...warning('c') })}\n`);
    const resumed = await openEventLog(path, { startedAt });
    expect(resumed.append(warning('d')).t).toBeGreaterThanOrEqual(90_000);
    expect(resumed.append(warning('e')).t).toBeLessThan(93_000);
    resumed.close();
  });

  it('cuts off a torn last line wherever it was torn, and goes on', async () => {
    const path = join(temporaryFolder(), 'events.jsonl');
    const lines = ['ä', 'b'.repeat(100_000), '漢'].map(
      (text, t) => `${JSON.stringify({ v: 1, t, ...warning(text) })}\n`,
    );
    const whole = Buffer.from(lines.join(''));
    const ends = lines.map((_, index) => Buffer.byteLength(lines.slice(0, index + 1).join('')));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.nat({ max: whole.length }), fc.constantFrom(...ends)), async (cut) => {
        writeFileSync(path, whole.subarray(0, cut));
        const complete = ends.filter((end) => end <= cut).length;
        expect(await allEvents(path)).toHaveLength(complete);
        const log = await openEventLog(path, { startedAt: now() });
        log.append(warning('after'));
        log.close();
        const events = await allEvents(path);
        expect(events).toHaveLength(complete + 1);
        expect(events.at(-1)).toMatchObject({ message: 'after' });
        expect((await readLastEvent(path)).event).toEqual(events.at(-1));
      }),
      { numRuns: 60 },
    );
  });

  it('survives kill -9: what was appended is there, whole, and a second process goes on', async () => {
    const path = join(temporaryFolder(), 'events.jsonl');
    const program = buildChild('eventAppender');
    const startedAt = now();
    let promised = 0;
    for (let round = 0; round < 5; round++) {
      const child = startChild(program, [path, startedAt]);
      await child.line();
      await new Promise((resolve) => setTimeout(resolve, 20 + 15 * round));
      promised += Number((await child.kill()).at(-1) ?? 1);
      expect((await allEvents(path)).length).toBeGreaterThanOrEqual(promised);
      promised = (await allEvents(path)).length;
    }
    const times = (await allEvents(path)).map(({ t }) => t);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it.skipIf(process.platform !== 'linux')('says that the disk is full', async () => {
    const path = join(temporaryFolder(), 'events.jsonl');
    symlinkSync('/dev/full', path);
    await expect(async () => {
      const log = await openEventLog(path, { startedAt: now() });
      log.append(warning('no room'));
    }).rejects.toThrow(RunError);
  });
});

describe('readEvents', () => {
  it('goes on from where the last look ended, leaving an unfinished line for the next', async () => {
    const path = join(temporaryFolder(), 'events.jsonl');
    const [a, b, c] = ['a', 'b', 'c'].map((text, t) => JSON.stringify({ v: 1, t, ...warning(text) }));
    writeFileSync(path, `${a}\n${b.slice(0, 20)}`);
    const seen: RunEvent[] = [];
    let from = 0;
    const look = async (): Promise<void> => {
      for await (const { event, end } of readEvents(path, { from })) {
        seen.push(event);
        from = end;
      }
    };
    await look();
    expect(seen).toHaveLength(1);
    appendFileSync(path, `${b.slice(20)}\n${c}\n`);
    await look();
    await look();
    expect(seen.map((event) => (event as { message?: string }).message)).toEqual(['a', 'b', 'c']);
  });

  it('passes over what it does not know: other types and versions, torn lines, and names of Object.prototype', async () => {
    const path = join(temporaryFolder(), 'events.jsonl');
    const strange = [
      '{"v":1,"t":1,"type":"from-the-future"}',
      '{"v":2,"t":1,"type":"stage","stage":"files"}',
      '{"v":1,"t":1,"type":"constructor"}',
      '{"v":1,"type":"stage","stage":"files"}',
      '{"v":1,"t":2,"type":"sta',
      'null',
      '',
      '\0\0\0\0',
    ];
    writeFileSync(path, `${strange.join('\n')}\n{"v":1,"t":3,"type":"stage","stage":"files"}\n`);
    expect(await allEvents(path)).toEqual([{ v: 1, t: 3, type: 'stage', stage: 'files' }]);
  });

  it('finds nothing in a log that is not there or is empty', async () => {
    const path = join(temporaryFolder(), 'events.jsonl');
    expect(await allEvents(path)).toEqual([]);
    expect(await readLastEvent(path)).toEqual({ event: null, end: 0 });
    writeFileSync(path, '');
    expect(await allEvents(path)).toEqual([]);
    expect(await readLastEvent(path)).toEqual({ event: null, end: 0 });
  });
});
