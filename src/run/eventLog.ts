import { closeSync, constants, fdatasyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import type { EventBody, RunEvent } from '../protocol/events';
import { readLastEvent } from './readEvents';
import { writeError } from './runError';

/** Appends to `events.jsonl`; one writer at a time, the holder of the run's lock. */
export interface EventLog {
  /**
   * Stamps and writes one event, as one line, before it returns. From then on a crash of the process loses nothing;
   * evaluations, checkpoints and the end are flushed to the disk as well, so a power cut loses at most the progress since.
   * Throws a `RunError` when the system refuses; the log then ends with the event before.
   */
  append(body: EventBody): RunEvent;
  close(): void;
}

const flushed: ReadonlySet<EventBody['type']> = new Set(['evaluation', 'checkpoint', 'run-finished', 'run-failed']);

/**
 * Opens the log, or makes it. A last line that a crash has torn is cut off.
 * `startedAt`: when the run began (ISO 8601), the zero of the events' `t`. A resumed run goes on counting from there, never
 * behind the last event, and by a clock that changes of the system's time do not move.
 */
export async function openEventLog(path: string, { startedAt }: { startedAt: string }): Promise<EventLog> {
  const last = await readLastEvent(path);
  const base = Math.max(last.event?.t ?? 0, Date.now() - Date.parse(startedAt));
  const openedAt = performance.now();
  let end = last.end;
  const file = attempt(path, () => {
    const descriptor = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o666);
    ftruncateSync(descriptor, end);
    return descriptor;
  });
  return {
    append: (body) => {
      const event: RunEvent = { v: 1, t: Math.round(base + performance.now() - openedAt), ...body };
      const line = Buffer.from(`${JSON.stringify(event)}\n`);
      attempt(path, () => {
        try {
          writeFully(file, line, end);
          end += line.length;
        } catch (error) {
          ftruncateSync(file, end);
          throw error;
        }
        if (flushed.has(body.type)) fdatasyncSync(file);
      });
      return event;
    },
    close: () => closeSync(file),
  };
}

/** write(2) may take less than it is given, as on a disk that is nearly full. */
function writeFully(file: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length;) {
    done += writeSync(file, bytes, done, bytes.length - done, position + done);
  }
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw writeError('the event log', path, error);
  }
}
