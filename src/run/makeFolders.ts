import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode } from './runError';

/**
 * Makes a folder and those above it that are missing. As `mkdir` with `recursive`, but failing with the system's own reason:
 * that one says ENOENT when the disk is read-only (Node 20).
 */
export async function makeFolders(path: string): Promise<void> {
  if (await makeFolder(path)) return;
  if (dirname(path) !== path) await makeFolders(dirname(path));
  await mkdir(path);
}

/** True when the folder is there now, false when the one above is missing. */
async function makeFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return true;
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}
