import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import type { Vscode } from './installVscode';
import type { Profile } from './profile';

/** A VS Code server that serves its web workbench. */
export interface Server {
  readonly url: string;
  readonly pid: number;
  /** What it has printed. */
  log(): string;
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly vscode: Vscode;
  readonly profile: Profile;
  /** False: the workspace opens in restricted mode and asks. Default true. */
  readonly isTrusted?: boolean;
  /** Runs the tests that the window's address names. It shows no modal dialogs then. Default false. */
  readonly runsTests?: boolean;
  /** More variables, for the extension host too. */
  readonly environment?: Readonly<Record<string, string>>;
}

const startLimitMs = 60_000;
const stopLimitMs = 5_000;

export function installVsix(vscode: Vscode, profile: Profile, vsix: string): void {
  const output = execFileSync(vscode.node, [vscode.script, ...folders(profile), '--install-extension', vsix], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (!output.includes('successfully installed')) throw new Error(`The VSIX was not installed: ${output}`);
}

/** In a process group of its own, so that its extension hosts end with it; runs are not in that group, they are detached. */
export async function startServer({
  vscode,
  profile,
  isTrusted = true,
  runsTests = false,
  environment = {},
}: ServerOptions): Promise<Server> {
  const args = [
    ...[vscode.script, '--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--telemetry-level', 'off'],
    ...folders(profile),
    ...(isTrusted ? ['--disable-workspace-trust'] : []),
    ...(runsTests ? ['--enable-smoke-test-driver'] : []),
  ];
  // VSCODE_CLI: do not read the login shell's environment. XDG_RUNTIME_DIR: its sockets go where they are removed.
  const own = { VSCODE_CLI: '1', XDG_RUNTIME_DIR: profile.folder, TZ: 'UTC', LANG: 'C.UTF-8' };
  const env = { ...process.env, ...own, ...environment };
  const child = spawn(vscode.node, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env });
  const signal = (name: NodeJS.Signals): void => {
    try {
      process.kill(-(child.pid as number), name);
    } catch {
      // Gone already.
    }
  };
  const onExit = (): void => signal('SIGKILL');
  process.once('exit', onExit);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (log += bytes.toString()));
  const close = async (): Promise<void> => {
    signal('SIGTERM');
    const timer = setTimeout(() => signal('SIGKILL'), stopLimitMs);
    await gone;
    clearTimeout(timer);
    signal('SIGKILL');
    process.off('exit', onExit);
  };
  try {
    const port = await portOf(child, () => log);
    return { url: `http://127.0.0.1:${port}/`, pid: child.pid as number, log: () => log, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function folders({ userData, extensions }: Profile): string[] {
  const flags = ['--server-data-dir', userData, '--user-data-dir', userData, '--extensions-dir', extensions];
  return [...flags, '--accept-server-license-terms'];
}

/** The port stands in a line that the server prints when it is ready. */
function portOf(child: ChildProcess, log: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The VS Code server did not start:\n${log()}`)), startLimitMs);
    child.stdout?.on('data', () => {
      const port = /Web UI available at http:\/\/localhost:(\d+)/.exec(log())?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The VS Code server ended with ${code}:\n${log()}`));
    });
  });
}
