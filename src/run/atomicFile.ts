import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { finiteJson } from './finiteJson';
import { systemCode, writeError } from './runError';

/**
 * Writes a file so that whoever reads `path`, at whatever moment this process or the machine dies, finds the old bytes or the
 * new ones, whole: written to `path`.tmp, flushed to the disk, renamed. One writer at a time.
 * `what`: what it is, for the message. Throws a `RunError` when the system refuses; the old file is untouched then.
 */
export async function writeAtomically(path: string, pieces: readonly Uint8Array[], what: string): Promise<void> {
  const temporary = `${path}.tmp`;
  try {
    await writeAndFlush(temporary, pieces);
    await renameOver(temporary, path);
    await flushFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw writeError(what, path, error);
  }
}

/** As `writeAtomically`: indented by two spaces, keys in the order given, one newline at the end. Numbers must be finite. */
export async function writeJson(path: string, value: unknown, what: string): Promise<void> {
  await writeAtomically(path, [Buffer.from(`${finiteJson(value, 2)}\n`)], what);
}

/** Writes a new file, or over an old one, and waits until the disk has it. */
export async function writeAndFlush(path: string, pieces: readonly Uint8Array[]): Promise<void> {
  const handle = await open(path, 'w');
  try {
    for (const piece of pieces) await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** rename(2) over an existing file. Virus scanners and indexers of Windows hold new files open for a moment: tried for a second. */
export async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await rename(from, to);
    } catch (error) {
      const held = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(systemCode(error) ?? '');
      if (!held || attempt === 10) throw error;
      await wait(20 * attempt);
    }
  }
}

/** Makes a rename survive a power cut. Windows cannot open folders and orders its journal itself. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
