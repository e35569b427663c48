import { open, type FileHandle } from 'node:fs/promises';
import type { EventBody, RunEvent } from '../protocol/events';
import { systemCode } from './runError';

/** An event, and the byte offset just after its line: where the next look begins. */
export interface ReadEvent {
  readonly event: RunEvent;
  readonly end: number;
}

const newline = 0x0a;
const chunkBytes = 64 * 1024;

/** All types of the union; the compiler refuses this list when one is missing. */
const knownTypes: Readonly<Record<EventBody['type'], true>> = {
  'run-started': true,
  stage: true,
  progress: true,
  metrics: true,
  evaluation: true,
  closing: true,
  preview: true,
  warning: true,
  checkpoint: true,
  'run-finished': true,
  'run-failed': true,
};

/**
 * The events of a log from byte offset `from` (0, or the `end` of the last one seen) to its present end; memory is bounded by
 * the longest line. A last line without newline is left for the next look. Lines that are not whole events (torn by a power
 * cut) or of an unknown version or type (written by a newer program) are passed over. A log that is not there has no events.
 */
export async function* readEvents(path: string, { from = 0 }: { from?: number } = {}): AsyncGenerator<ReadEvent> {
  for await (const { line, end } of readLines(path, from)) {
    const event = parseEvent(line);
    if (event) yield { event, end };
  }
}

/** The last event of a log, read from its end, and the offset after its last whole line (0: none). */
export async function readLastEvent(path: string): Promise<{ event: RunEvent | null; end: number }> {
  const handle = await openIfThere(path);
  if (!handle) return { event: null, end: 0 };
  try {
    const { size } = await handle.stat();
    for (let window = chunkBytes; ; window *= 4) {
      const start = Math.max(0, size - window);
      const bytes = await readSpan(handle, start, size - start);
      const last = bytes.lastIndexOf(newline);
      const before = last > 0 ? bytes.lastIndexOf(newline, last - 1) : -1;
      if (start > 0 && (last === -1 || before === -1)) continue;
      if (last === -1) return { event: null, end: 0 };
      return { event: parseEvent(bytes.toString('utf8', before + 1, last)), end: start + last + 1 };
    }
  } finally {
    await handle.close();
  }
}

function parseEvent(line: string): RunEvent | null {
  try {
    const event = JSON.parse(line) as Partial<RunEvent> | null;
    if (event?.v !== 1 || typeof event.t !== 'number' || typeof event.type !== 'string') return null;
    return Object.hasOwn(knownTypes, event.type) ? (event as RunEvent) : null;
  } catch {
    return null;
  }
}

async function* readLines(path: string, from: number): AsyncGenerator<{ line: string; end: number }> {
  const handle = await openIfThere(path);
  if (!handle) return;
  try {
    const { size } = await handle.stat();
    let pending: Buffer[] = [];
    for (let position = from; position < size;) {
      const chunk = await readSpan(handle, position, Math.min(chunkBytes, size - position));
      if (chunk.length === 0) return;
      let lineStart = 0;
      for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, lineStart)) {
        const line = Buffer.concat([...pending, chunk.subarray(lineStart, at)]).toString('utf8');
        pending = [];
        lineStart = at + 1;
        yield { line, end: position + lineStart };
      }
      pending.push(chunk.subarray(lineStart));
      position += chunk.length;
    }
  } finally {
    await handle.close();
  }
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function readSpan(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
