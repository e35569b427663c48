import { open } from 'node:fs/promises';
import { systemCode } from '../../run/runError';

/** Enough for a stack and what came before it. */
const mostBytes = 4096;

/** The last lines of a text file, at most `lines`, of what follows byte `from`; empty when there is no file or nothing in it. */
export async function outputTail(path: string, { lines = 15, from = 0 } = {}): Promise<string> {
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      const start = Math.max(from, size - mostBytes);
      const length = Math.max(0, size - start);
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, start);
      const text = buffer.toString('utf8', 0, bytesRead).trimEnd();
      return text.split(/\r?\n/).slice(-lines).join('\n');
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return '';
    throw error;
  }
}
