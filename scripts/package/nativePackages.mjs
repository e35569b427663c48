import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What a package has for compilers, browsers and readers of its source; licences stay. */
const notNeeded = /\.(mjs|map|ts|mts|cts|cc|h|gyp)$|[\\/](install|script|src|esm|lib[\\/]glib-2\.0)$/;

/** Packages of plain JavaScript that the native ones need; what they need only to be installed is left out. */
const shared = ['sharp', '@img/colour', 'detect-libc', 'semver', 'onnxruntime-common'];

/**
 * Copies the packages that dist/cli.js loads at run time to `to`, with the binaries of one platform alone. Those that are not
 * installed here come from the registry (`npm pack`) into `cache`, checked against the lock file.
 */
export function copyNativePackages({ root, to, cache, platform }) {
  for (const name of shared) copyPackage(join(root, 'node_modules', name), join(to, name));
  for (const part of platform.sharp) {
    const name = `@img/${part}`;
    copyPackage(installedOrFetched({ root, cache, name }), join(to, name));
  }
  const binaries = join('bin', 'napi-v6', ...platform.onnxruntime.split('/'));
  const runtime = join(root, 'node_modules', 'onnxruntime-node');
  copyPackage(runtime, join(to, 'onnxruntime-node'), (path) => path !== join(runtime, 'bin'));
  // macOS: the same library lies there under two names; the binding asks for the shorter one.
  const filter = (path) => !/libonnxruntime\.\d+\.\d+.*\.dylib$/.test(path);
  cpSync(join(runtime, binaries), join(to, 'onnxruntime-node', binaries), { recursive: true, filter });
}

function copyPackage(from, to, also = () => true) {
  const filter = (path) => path === from || (!notNeeded.test(path.slice(from.length)) && also(path));
  cpSync(from, to, { recursive: true, filter, dereference: true });
}

function installedOrFetched({ root, cache, name }) {
  const installed = join(root, 'node_modules', name);
  if (existsSync(installed)) return installed;
  const { version, integrity } = lockedPackage(root, name);
  const folder = join(cache, `${basename(name)}-${version}`);
  if (!existsSync(folder)) fetchPackage({ name, version, integrity, folder, cache });
  return folder;
}

function lockedPackage(root, name) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const locked = lock.packages[`node_modules/${name}`];
  if (!locked) throw new Error(`${name} is not in package-lock.json. Run "npm install" once and try again.`);
  return locked;
}

function fetchPackage({ name, version, integrity, folder, cache }) {
  const unpacked = `${folder}.tmp`;
  rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });
  const before = new Set(readdirSync(cache));
  execFileSync(npm, ['pack', `${name}@${version}`, '--silent', '--pack-destination', cache], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const archive = readdirSync(cache).find((file) => file.endsWith('.tgz') && !before.has(file));
  if (archive === undefined) throw new Error(`npm packed no archive of ${name}@${version}.`);
  const path = join(cache, archive);
  const [algorithm, expected] = integrity.split('-', 2);
  const actual = createHash(algorithm).update(readFileSync(path)).digest('base64');
  if (!integrity.endsWith(actual)) {
    throw new Error(`${name}@${version} is not what package-lock.json expects: ${actual} instead of ${expected}.`);
  }
  execFileSync('tar', ['-xzf', path, '-C', unpacked, '--strip-components=1']);
  rmSync(path);
  renameSync(unpacked, folder);
}

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
