// Makes the VSIX files: node scripts/package.mjs [TARGET …]   (default: all; "own" = this machine's)
// They go to build/, one a platform, each with the native packages of that platform alone.
import { createVSIX } from '@vscode/vsce';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build.mjs';
import { ownPlatform, platforms } from './package/platforms.mjs';
import { stageExtension } from './package/stage.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'build');
const cache = join(out, 'packages');

const asked = process.argv.slice(2).map((target) => (target === 'own' ? ownPlatform?.target : target));
const chosen = asked.length === 0 ? platforms : platforms.filter(({ target }) => asked.includes(target));
if (chosen.length < new Set(asked).size) {
  console.error(
    `VSIX files are made for ${platforms.map(({ target }) => target).join(', ')}; asked for ${asked.join(', ')}.`,
  );
  process.exit(2);
}

mkdirSync(cache, { recursive: true });
await buildAll();
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
for (const platform of chosen) {
  const { target } = platform;
  const stage = join(out, 'stage', target);
  stageExtension({ root, stage, cache, platform });
  const packagePath = join(out, `${name}-${target}-${version}.vsix`);
  await createVSIX({ cwd: stage, packagePath, target, dependencies: false });
  console.log(`${packagePath}: ${(statSync(packagePath).size / 2 ** 20).toFixed(1)} MiB`);
}
