import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A VS Code server on this machine. */
export interface Vscode {
  /** Path of its script, server-main.js. */
  readonly script: string;
  /** Path of the Node that runs it, and its extension hosts. */
  readonly node: string;
  /** Whether it can search a workspace, which takes ripgrep. */
  readonly searches: boolean;
}

/**
 * code-server's npm package holds a whole VS Code server with its web workbench. 4.99.4 has VS Code 1.99.3, the oldest that the
 * extension supports, and runs on Node 20. VSCODE_FROM names another version, such as 4.139.1 (VS Code 1.139.1).
 */
const version = process.env.VSCODE_FROM ?? '4.99.4';
/** What newer ones need; npm brings it too. */
const newerNode = '24.21.0';
const isOld = version.startsWith('4.99.');
const cache = resolve(__dirname, '../../../.vscode-test');
const npmFlags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** A VS Code, installed into .vscode-test/ on first use; null where that is not possible. */
export function installVscode(): Vscode | null {
  const folder = join(cache, `code-server-${version}`);
  const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  const node = join(cache, `node-${newerNode}`);
  try {
    installOnce(folder, version, () => {
      npmInstall(folder, `code-server@${version}`);
      npmInstall(vscode, '--omit=dev');
    });
    if (!isOld) installOnce(node, newerNode, () => npmInstall(node, `node-${platform}@${newerNode}`));
  } catch (error) {
    console.error(`VS Code ${version} could not be installed: ${(error as Error).message}`);
    return null;
  }
  return {
    script: join(vscode, 'out', 'server-main.js'),
    node: isOld ? process.execPath : join(node, 'node_modules', `node-${platform}`, 'bin', 'node'),
    searches: isOld ? linkRipgrep(vscode) : true,
  };
}

const platform = `${process.platform}-${process.arch}`;

/** An installation that was cut off is made anew. */
function installOnce(folder: string, version: string, install: () => void): void {
  const done = join(folder, `.ok-${version}`);
  if (existsSync(done)) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  install();
  writeFileSync(done, '');
}

/** No install scripts: the server needs none of the native modules that they would build. */
function npmInstall(cwd: string, ...more: string[]): void {
  execFileSync('npm', ['install', ...npmFlags, ...more], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** VS Code's own search needs ripgrep, which 1.99 would download by an install script; false where this machine has none. */
function linkRipgrep(vscode: string): boolean {
  const installed = ['/usr/bin/rg', '/usr/local/bin/rg'].find((path) => existsSync(path));
  const bin = join(vscode, 'node_modules', '@vscode', 'ripgrep', 'bin');
  if (existsSync(join(bin, 'rg'))) return true;
  if (installed === undefined) return false;
  mkdirSync(bin, { recursive: true });
  symlinkSync(installed, join(bin, 'rg'));
  return true;
}
