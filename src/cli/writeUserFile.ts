import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { writeAtomically } from '../run/atomicFile';
import { UsageError } from './userError';

/** Writes a file where the user asked for it, and refuses to replace one that is already there unless `force` is set. */
export async function writeUserFile(file: string, content: string, { force }: { force: boolean }): Promise<void> {
  const path = resolve(file);
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (exists && !force) throw new UsageError(`${file} exists already. Add --force to replace it; nothing was changed.`);
  await writeAtomically(path, [Buffer.from(content)], 'the file');
}
