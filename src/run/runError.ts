/** A run folder that cannot be used or written. The message says what failed, why, and what to do next. */
export class RunError extends Error {
  override readonly name = 'RunError';
}

/** Reasons that people can do something about: why it failed, what to do next. */
const reasons: Readonly<Record<string, readonly [why: string, next: string]>> = {
  ENOSPC: ['the disk is full', 'Free some space, then go on with "safe-aug resume".'],
  EDQUOT: ['your disk quota is used up', 'Free some space, then go on with "safe-aug resume".'],
  EROFS: ['the file system is read-only', 'Choose a folder that can be written with --run.'],
  EACCES: ['you have no permission to write there', 'Change the permissions, or choose another folder with --run.'],
  EPERM: ['the system does not allow it', 'Change the permissions, or choose another folder with --run.'],
  ENOENT: ['the folder does not exist any more', 'Was it moved or removed? Start a new run.'],
  ENOTDIR: ['a part of the path is a file, not a folder', 'Choose another folder with --run.'],
  EEXIST: ['a part of the path is a file, not a folder', 'Choose another folder with --run.'],
  ENAMETOOLONG: ['the path is too long', 'Choose a shorter folder with --run.'],
  EIO: ['the disk reports an error', 'Check the disk, then go on with "safe-aug resume".'],
};

/** The code of a system error ("ENOSPC"), or undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/**
 * What to throw when writing `path` failed: a `RunError` for what the system refused, any other error as it is.
 * `what`: what was being written, as in "the result".
 */
export function writeError(what: string, path: string, error: unknown): unknown {
  const code = systemCode(error);
  if (code === undefined) return error;
  const [why, next] = reasons[code] ?? [(error as Error).message, 'See whether the folder can be written.'];
  const message = `Cannot write ${what} (${path}): ${why}. ${next} What was written earlier is intact.`;
  return new RunError(message, { cause: error });
}
