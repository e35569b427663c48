import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Bundles a TypeScript file, named from the repository's root, and runs its `main` there. */
export async function runBundled(entry) {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  // Inside the project, where the bundle finds its libraries.
  const folder = mkdtempSync(join('node_modules', '.bench-'));
  try {
    const outfile = join(folder, 'main.mjs');
    await build({
      entryPoints: [entry],
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
