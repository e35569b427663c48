import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The command line program as it was when the bench began, so that a new build does not change it on the way. */
export interface Program {
  /** Names its bundles' bytes. */
  readonly hash: string;
  readonly commit: string;
  readonly cli: string;
}

const bundles = ['cli.js', 'dataWorker.js'];

/** Keeps a copy of the built program beside the repository's libraries. Needs a build in `dist`. */
export function keepProgram(dist: string): Program {
  const bytes = bundles.map((name) => readFileSync(join(dist, name)));
  const hash = bytes
    .reduce((sum, some) => sum.update(some), createHash('sha256'))
    .digest('hex')
    .slice(0, 12);
  const folder = resolve('build', 'bench-truth', hash);
  mkdirSync(folder, { recursive: true });
  for (const name of bundles) copyFileSync(join(dist, name), join(folder, name));
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  return { hash, commit, cli: join(folder, 'cli.js') };
}
