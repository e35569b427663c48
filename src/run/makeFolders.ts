import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode } from './runError';

/**
 * Makes a folder and those above it that are missing; several processes may do so at once. As `mkdir` with `recursive`, but
 * failing with the system's own reason: that one says ENOENT when the disk is read-only (Node 20).
 */
export async function makeFolders(path: string): Promise<void> {
  try {
    await makeFolder(path);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolders(dirname(path));
    await makeFolder(path);
  }
}

/** Also content when the folder is there, be it since a moment ago. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  }
}
