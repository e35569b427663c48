import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { resolve } from 'node:path';

/** A desktop VS Code on this machine, by its executable, or what is missing for one. */
export type Desktop = { readonly executable: string } | { readonly lacks: string };

/** The oldest that the extension supports. */
const version = '1.99.3';
const cachePath = resolve(__dirname, '../../../.vscode-test');

/**
 * Downloads VS Code for the desktop into .vscode-test/ on first use. VSCODE_DESKTOP names the executable of another one, such as
 * `/usr/share/code/code`.
 */
export async function findDesktop(): Promise<Desktop> {
  const { VSCODE_DESKTOP, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) {
    return { lacks: 'a display ("xvfb-run -a npm run test:e2e" brings one)' };
  }
  if (VSCODE_DESKTOP) return { executable: VSCODE_DESKTOP };
  try {
    return { executable: await downloadAndUnzipVSCode({ version, cachePath }) };
  } catch (error) {
    return { lacks: `a desktop VS Code, which could not be downloaded (${(error as Error).message})` };
  }
}
