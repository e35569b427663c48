// One bundle per context: the command line program, the data worker it starts, the panel's page.
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
  await buildPanel({ outdir: `${outdir}/webview` });
}

/** The page that runs in the editor's webview: one script and one style sheet, for VS Code 1.99's Chromium. */
export async function buildPanel({ outdir = `${root}dist/webview` } = {}) {
  await build({
    absWorkingDir: root,
    entryPoints: { panel: 'webview/main.ts' },
    outdir,
    bundle: true,
    platform: 'browser',
    target: 'chrome132',
    format: 'iife',
    minify: true,
    logLevel: 'warning',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
