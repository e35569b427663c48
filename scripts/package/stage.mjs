import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyNativePackages } from './nativePackages.mjs';

/** Files of the repository that run or are shown; folders whole. */
const files = [
  'dist/extension.js',
  'dist/onDemand.js',
  'dist/cli.js',
  'dist/dataWorker.js',
  'dist/ThirdPartyNotices.txt',
  'dist/tree-sitter.wasm',
  'dist/tree-sitter-python.wasm',
  'dist/webview',
  'schemas/safe-aug.schema.json',
  'media/icon.png',
  'media/view.svg',
  'walkthrough',
  'l10n',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
];

/** Fields of package.json that VS Code and its marketplace read. */
const fields = [
  ...['name', 'displayName', 'version', 'description', 'license', 'publisher', 'repository', 'categories', 'keywords'],
  ...['engines', 'icon', 'main', 'l10n', 'extensionKind', 'activationEvents', 'capabilities', 'contributes'],
];

/**
 * Puts what a VSIX for one platform holds into the folder `stage`, which is made anew. The native packages go beside the bundles,
 * since vsce leaves out the node_modules of the root.
 */
export function stageExtension({ root, stage, cache, platform }) {
  rmSync(stage, { recursive: true, force: true });
  const languages = readdirSync(root).filter((name) => /^package\.nls(\..+)?\.json$/.test(name));
  for (const file of [...files, ...languages]) {
    mkdirSync(dirname(join(stage, file)), { recursive: true });
    cpSync(join(root, file), join(stage, file), { recursive: true, filter: (path) => !path.endsWith('.map') });
  }
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const kept = Object.fromEntries(fields.filter((name) => name in manifest).map((name) => [name, manifest[name]]));
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(kept, null, 2)}\n`);
  copyNativePackages({ root, to: join(stage, 'dist', 'node_modules'), cache, platform });
}
