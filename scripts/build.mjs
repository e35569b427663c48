// One bundle per context: the command line program and the data worker it starts.
import { build } from 'esbuild';
import { chmodSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds everything into dist/; `outdir` lets tests build beside it. */
export async function buildAll({ outdir = `${root}dist` } = {}) {
  await build({
    absWorkingDir: root,
    entryPoints: { cli: 'src/cli/main.ts', dataWorker: 'src/cli/dataWorker.ts' },
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: true,
    logLevel: 'warning',
    external: ['sharp', 'onnxruntime-node'],
    banner: { js: '#!/usr/bin/env node' },
  });
  chmodSync(`${outdir}/cli.js`, 0o755);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
