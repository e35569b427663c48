import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * code-server's npm package holds a whole VS Code server with its web workbench. 4.99.4 has VS Code 1.99.3, the oldest that the
 * extension supports, and runs on Node 20. VSCODE_FROM names another version, such as 4.139.1 (VS Code 1.139.1, Node 24).
 */
const version = process.env.VSCODE_FROM ?? '4.99.4';
const cache = resolve(__dirname, '../../../.vscode-test');
const npmFlags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** The path of the VS Code server's script, installed into .vscode-test/ on first use; null where that is not possible. */
export function installVscode(): string | null {
  const folder = join(cache, `code-server-${version}`);
  const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  const done = join(folder, `.ok-${version}`);
  if (!existsSync(done)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const manifest = { name: 'vscode-for-tests', private: true, dependencies: { 'code-server': version } };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    try {
      npmInstall(folder);
      npmInstall(vscode, '--omit=dev');
    } catch (error) {
      console.error(`VS Code ${version} could not be installed: ${(error as Error).message}`);
      return null;
    }
    writeFileSync(done, '');
  }
  linkRipgrep(vscode);
  return join(vscode, 'out', 'server-main.js');
}

/** No install scripts: the server needs none of the native modules that they would build. */
function npmInstall(cwd: string, ...more: string[]): void {
  execFileSync('npm', ['install', ...npmFlags, ...more], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** VS Code's own search needs ripgrep, which 1.99 would download by an install script. */
function linkRipgrep(vscode: string): void {
  const installed = ['/usr/bin/rg', '/usr/local/bin/rg'].find((path) => existsSync(path));
  const bin = join(vscode, 'node_modules', '@vscode', 'ripgrep', 'bin');
  if (installed === undefined || existsSync(join(bin, 'rg'))) return;
  mkdirSync(bin, { recursive: true });
  symlinkSync(installed, join(bin, 'rg'));
}
