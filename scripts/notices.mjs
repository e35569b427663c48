import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Packages that are not bundled but copied beside the bundles, with what they need. */
const beside = ['@img/colour', 'detect-libc', 'onnxruntime-common', 'onnxruntime-node', 'semver', 'sharp'];

/** The packages that files of a bundle come from, by esbuild's names of its inputs. */
export function packagesOf(inputs) {
  const names = inputs.map((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** The text that the licences of all packages in the bundles and beside them ask for. Throws for a package whose licence is not known. */
export function thirdPartyNotices(root, bundled) {
  const names = [...new Set([...bundled, ...beside])].sort();
  const notices = names.map((name) => noticeOf(join(root, 'node_modules', name)));
  return `Safe Aug contains software of others. What its authors ask to be said:\n\n${[...notices, libvips].join('\n')}`;
}

function noticeOf(folder) {
  const { name, version, license, author, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notices?|copying)(\.(md|txt))?$/i.test(file));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (texts.length === 0 && license !== 'MIT') {
    throw new Error(`${name} is under ${license} and brings no text of it. Add its notice to scripts/notices.mjs.`);
  }
  const source = typeof repository === 'string' ? repository : (repository?.url ?? '');
  const head = `${'-'.repeat(80)}\n${name} ${version} (${license}) ${source}\n`;
  return `${head}\n${texts.length > 0 ? texts.join('\n\n') : mit(holders[name] ?? author?.name ?? author)}\n`;
}

/** Where package.json names a person or a chat in place of who holds the rights. */
const holders = { 'onnxruntime-node': 'Microsoft Corporation', 'onnxruntime-common': 'Microsoft Corporation' };

const mit = (holder) => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const libvips = `${'-'.repeat(80)}
libvips and the libraries in it (LGPL-3.0-or-later and others) https://github.com/lovell/sharp-libvips

They are shared libraries of their own, in node_modules/@img, which may be replaced by others of the same interface. The README.md or
versions.json there names each of them with its version; sources and licences are at the address above.
`;
