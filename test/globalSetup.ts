import { execFileSync } from 'node:child_process';

/** Builds dist/ once, since tests start the real program and its worker threads. */
export default function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}
