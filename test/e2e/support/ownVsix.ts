import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../../..');

/** The VSIX for this machine, as `npm run package own` made it. Throws when it was not made. */
export function ownVsix(): string {
  const { name, version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as Record<string, string>;
  const path = resolve(root, 'build', `${name}-${process.platform}-${process.arch}-${version}.vsix`);
  if (!existsSync(path)) throw new Error(`There is no ${path}. Run "npm run test:e2e", which makes it first.`);
  return path;
}
