import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../run/temporaryFolder';

const root = resolve(__dirname, '../..');

/** Fills a folder with what the VSIX of a platform holds, by the scripts themselves, and lists it. */
function staged(target: string): { stage: string; files: string[] } {
  const stage = join(temporaryFolder(), 'stage');
  const script = `
    import { platforms } from './scripts/package/platforms.mjs';
    import { stageExtension } from './scripts/package/stage.mjs';
    const platform = platforms.find(({ target }) => target === ${JSON.stringify(target)});
    stageExtension({ root: ${JSON.stringify(root)}, stage: ${JSON.stringify(stage)}, cache: '/nonexistent', platform });`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, stdio: 'inherit' });
  const files = readdirSync(stage, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(stage, file)).isFile())
    .map((file) => file.split(sep).join('/'))
    .sort();
  return { stage, files };
}

const target = `${process.platform}-${process.arch}`;
const hasOwn = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'win32-x64', 'win32-arm64'].includes(target);
if (!hasOwn) console.warn(`No VSIX is made for ${target}, so what it would hold is not tested here.`);

describe.skipIf(!hasOwn)('the VSIX for this platform', () => {
  it('holds what runs or is shown, and the native packages of this platform alone', () => {
    const { files } = staged(target);
    const own = files.filter((file) => !file.startsWith('dist/node_modules/'));
    expect(own.filter((file) => !allowed.some((pattern) => pattern.test(file)))).toEqual([]);
    for (const needed of required) expect(own).toContain(needed);
    const packages = new Set(
      files.flatMap((file) => /^dist\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []),
    );
    const foreign = [...packages].filter((name) => name.startsWith('@img/sharp') && !name.endsWith(target));
    expect(foreign).toEqual([]);
    expect([...packages].filter((name) => !name.startsWith('@img/sharp')).sort()).toEqual(
      expect.arrayContaining([
        '@img/colour',
        'detect-libc',
        'onnxruntime-common',
        'onnxruntime-node',
        'semver',
        'sharp',
      ]),
    );
    const binaries = files.filter((file) => /\/napi-v\d+\//.test(file));
    expect(binaries.every((file) => file.includes(`/${process.platform}/${process.arch}/`))).toBe(true);
  });

  it('holds no sources, maps, tests, types, demo data or machine paths', () => {
    const { files } = staged(target);
    expect(files.filter((file) => /\.(ts|mts|cts|map|cc|h|py|webp)$|(^|\/)(test|tests|demo|src)\//.test(file))).toEqual(
      [],
    );
    expect(files.join('\n')).not.toContain(root);
  });

  it('says what the licences of bundled and copied packages ask for', () => {
    const { stage } = staged(target);
    const notices = readFileSync(join(stage, 'dist', 'ThirdPartyNotices.txt'), 'utf8');
    const named = [...notices.matchAll(/^-{80}\n(\S+) \d/gm)].map(([, name]) => name);
    const ofBundles = ['commander', 'jsonc-parser', 'yaml', '@vscode/tree-sitter-wasm', '@vscode/webview-ui-toolkit'];
    expect(named).toEqual(
      expect.arrayContaining([...ofBundles, '@microsoft/fast-element', 'onnxruntime-node', 'sharp']),
    );
    expect(notices.match(/Copyright/g)!.length).toBeGreaterThanOrEqual(named.length);
    expect(notices).toContain('libvips');
    expect(notices).not.toMatch(/undefined|\[object/);
  });

  it('runs from there: the program finds its libraries beside it', () => {
    const { stage } = staged(target);
    const output = execFileSync(process.execPath, [join(stage, 'dist', 'cli.js'), '--version'], { encoding: 'utf8', cwd: stage }); // prettier-ignore
    expect(output.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

const allowed = [
  /^(README|CHANGELOG)\.md$|^LICENSE$|^package(\.nls(\.\w+)?)?\.json$/,
  /^dist\/(extension|onDemand|cli|dataWorker)\.js$/,
  /^dist\/ThirdPartyNotices\.txt$/,
  /^dist\/webview\/panel\.(js|css)$/,
  /^dist\/.+\.wasm$/,
  /^schemas\/safe-aug\.schema\.json$/,
  /^media\/(icon\.png|view\.svg)$/,
  /^walkthrough\/[\w.]+\.md$/,
  /^l10n\/bundle\.l10n\.\w+\.json$/,
];

const required = [
  ...['README.md', 'CHANGELOG.md', 'LICENSE', 'package.json', 'package.nls.json', 'package.nls.de.json'],
  ...['dist/extension.js', 'dist/onDemand.js', 'dist/cli.js', 'dist/dataWorker.js', 'dist/webview/panel.js'],
  ...['dist/webview/panel.css', 'schemas/safe-aug.schema.json', 'media/icon.png', 'l10n/bundle.l10n.de.json'],
];
