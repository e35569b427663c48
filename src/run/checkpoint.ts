import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { flushFolder, renameOver, writeAndFlush } from './atomicFile';
import { BlobError, decodeBlobs, encodeBlobs, type Blobs } from './blobFile';
import { makeFolders } from './makeFolders';
import { RunError, systemCode, writeError } from './runError';

export interface LoadedCheckpoint extends Blobs {
  /** A sentence when the newest checkpoint could not be used and the one before was taken; else null. */
  readonly warning: string | null;
}

const current = 'current.bin';
const previous = 'previous.bin';
const next = 'next.tmp';

/**
 * Saves a checkpoint into `folder` (made if need be). At every moment, whole on disk: the one before, the new one, or both.
 * Arrays must not change until it is done. Throws a `RunError` when the system refuses; the checkpoints before stay.
 */
export async function saveCheckpoint(folder: string, blobs: Blobs): Promise<void> {
  const path = (name: string): string => join(folder, name);
  try {
    await makeFolders(folder);
    await writeAndFlush(path(next), encodeBlobs(blobs));
    await renameOver(path(current), path(previous)).catch(ignoreMissing);
    await renameOver(path(next), path(current));
    await flushFolder(folder);
  } catch (error) {
    await rm(path(next), { force: true }).catch(() => undefined);
    throw writeError('the checkpoint', folder, error);
  }
}

/**
 * The newest whole checkpoint in `folder`; null when none was ever saved. A broken newest one (cut short, a flipped bit) is
 * recognised by its checksum and the one before is used. Throws a `RunError` when there are some but none can be used.
 */
export async function loadCheckpoint(folder: string): Promise<LoadedCheckpoint | null> {
  const faults: string[] = [];
  // A whole `next` is newer than `previous`: the process was killed between the two renames.
  for (const name of [current, next, previous]) {
    try {
      const blobs = decodeBlobs(await readFile(join(folder, name)));
      const warning = faults.length > 0 ? `Going on from an earlier checkpoint: ${faults.join('; ')}.` : null;
      return { ...blobs, warning };
    } catch (error) {
      if (!(error instanceof BlobError)) throwUnlessMissing(folder, error);
      else if (name !== next) faults.push(`${name} cannot be used, ${error.message}`);
    }
  }
  if (faults.length === 0) return null;
  throw new RunError(
    `No checkpoint in ${folder} can be used: ${faults.join('; ')}. Start the run anew with "safe-aug learn" in another folder; ` +
      `the events and results of this one stay readable.`,
  );
}

function ignoreMissing(error: unknown): void {
  if (systemCode(error) !== 'ENOENT') throw error;
}

function throwUnlessMissing(folder: string, error: unknown): void {
  if (systemCode(error) === 'ENOENT') return;
  const why = error instanceof Error ? error.message : String(error);
  throw new RunError(`Cannot read the checkpoint in ${folder}: ${why}. Check the folder's permissions and the disk.`, {
    cause: error,
  });
}
