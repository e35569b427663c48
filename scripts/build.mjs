// One bundle per context: the command line program, the data worker it starts, the extension, the panel's page.
import { build } from 'esbuild';
import { chmodSync, copyFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packagesOf, thirdPartyNotices } from './notices.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds everything into dist/; `outdir` lets tests build beside it. */
export async function buildAll({ outdir = `${root}dist` } = {}) {
  const { metafile: program } = await build({
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
    metafile: true,
  });
  chmodSync(`${outdir}/cli.js`, 0o755);
  const extension = await buildExtension({ outdir });
  const panel = await buildPanel({ outdir: `${outdir}/webview` });
  const inputs = [program, extension, panel].flatMap((metafile) => Object.keys(metafile.inputs));
  writeFileSync(`${outdir}/ThirdPartyNotices.txt`, thirdPartyNotices(root, packagesOf(inputs)));
}

/** What the editor's extension host loads, CommonJS: what activation needs, and in a bundle of its own what is loaded on demand. */
export async function buildExtension({ outdir = `${root}dist` } = {}) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { extension: 'src/extension/extension.ts', onDemand: 'src/extension/onDemand.ts' },
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // The UMD form of jsonc-parser, its "main", hides what it requires.
    mainFields: ['module', 'main'],
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: true,
    logLevel: 'warning',
    external: ['vscode'],
    plugins: [onDemandApart],
    metafile: true,
  });
  for (const parser of ['tree-sitter.wasm', 'tree-sitter-python.wasm']) {
    copyFileSync(`${root}node_modules/@vscode/tree-sitter-wasm/wasm/${parser}`, `${outdir}/${parser}`);
  }
  return metafile;
}

/** Where `import()` asks for onDemand.ts, the bundle beside it is required. */
const onDemandApart = {
  name: 'on-demand-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/onDemand$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './onDemand.js', external: true } : undefined,
    );
  },
};

/** The page that runs in the editor's webview: one script and one style sheet, for VS Code 1.99's Chromium. */
export async function buildPanel({ outdir = `${root}dist/webview` } = {}) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { panel: 'webview/main.ts' },
    outdir,
    bundle: true,
    platform: 'browser',
    target: 'chrome132',
    format: 'iife',
    minify: true,
    logLevel: 'warning',
    metafile: true,
  });
  return metafile;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
