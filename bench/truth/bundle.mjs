import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Bundles a TypeScript file of this folder and runs its `main` in the repository's root. */
export async function runBundled(entry) {
  process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
  // Inside the project, where the bundle finds its libraries.
  const folder = mkdtempSync(join('node_modules', '.bench-truth-'));
  try {
    const outfile = join(folder, 'main.mjs');
    await build({
      entryPoints: [join('bench', 'truth', entry)],
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
}
