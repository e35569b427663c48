import { utimes, writeFile } from 'node:fs/promises';
import { systemCode } from '../../run/runError';

/** Makes the lease, before the program starts that will look at it. */
export async function makeLease(path: string): Promise<void> {
  await writeFile(path, '');
}

/** Says "somebody watches". A run without a lease (started from a terminal) gets none; a drive that is away for a moment is no error. */
export async function renewLease(path: string): Promise<void> {
  const now = new Date();
  try {
    await utimes(path, now, now);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
  }
}
