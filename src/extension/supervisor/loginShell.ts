import { execFile } from 'node:child_process';
import { basename } from 'node:path';
import { childEnvironment } from './childEnvironment';

/** Shells that take -i -l -c and know `command -v`. */
const known = ['bash', 'zsh', 'fish', 'ksh', 'dash', 'sh'];
const mark = 'safe-aug:';

/**
 * Where the user's login shell finds `node`, which is where version managers put it; null when it finds none, there is no such
 * shell (Windows), or it does not answer within `limitMs` (default 10,000). What start-up files print besides is passed over.
 */
export function nodeOfLoginShell(shell: string | null, { limitMs = 10_000 } = {}): Promise<string | null> {
  if (shell === null || !known.includes(basename(shell))) return Promise.resolve(null);
  const options = { timeout: limitMs, killSignal: 'SIGKILL' as const, env: childEnvironment(process.env) };
  return new Promise((resolve) => {
    const child = execFile(shell, ['-i', '-l', '-c', `echo ${mark}$(command -v node)`], options, (_error, stdout) => {
      const line = stdout.split(/\r?\n/).find((text) => text.startsWith(mark));
      resolve(line?.slice(mark.length).trim() || null);
    });
    child.stdin?.end();
  });
}
