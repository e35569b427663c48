// Is what is merely harder ever taken for broken labels? node bench/labels/run.mjs [--seeds 2] [--images 3000]
import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
// Inside the project, where the bundle finds its libraries.
const folder = mkdtempSync(join('node_modules', '.bench-labels-'));
try {
  const outfile = join(folder, 'main.mjs');
  await build({
    entryPoints: ['bench/labels/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    external: ['sharp'],
  });
  await (await import(pathToFileURL(outfile))).main();
} finally {
  rmSync(folder, { recursive: true });
}
