// How often the intervals cover, over many regimes: node bench/coverage/run.mjs [--sets 1000]; minutes.
import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'bench-coverage-'));
try {
  const outfile = join(folder, 'main.mjs');
  await build({
    entryPoints: ['bench/coverage/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
  });
  await (await import(pathToFileURL(outfile))).main();
} finally {
  rmSync(folder, { recursive: true });
}
