import { spawn, type ChildProcess } from 'node:child_process';
import { open } from 'node:fs/promises';
import type { RunPaths } from '../../run/runPaths';
import { childEnvironment } from './childEnvironment';
import { outputTail } from './outputTail';

export interface LaunchOptions {
  /** A Node program. */
  readonly node: string;
  /** The script and its arguments. */
  readonly args: readonly string[];
  readonly cwd: string;
  /** Where its output goes. */
  readonly paths: Pick<RunPaths, 'stdout' | 'stderr'>;
}

/** A process of ours that goes on without us. */
export interface LaunchedProcess {
  readonly pid: number;
  /** How it ended, to follow "the process": "ended with exit code 3"; null while it runs. */
  readonly ended: string | null;
  /** Resolves when it has ended. */
  readonly exit: Promise<void>;
  /** The last lines of what it wrote to its error output; empty when it wrote nothing. */
  errorTail(): Promise<string>;
}

/**
 * Starts a program that outlives this process: in a process group of its own, its output in files (a pipe would die with us),
 * in an environment without Electron's and the editor's own variables. Throws when it cannot be started at all.
 */
export async function launch({ node, args, cwd, paths }: LaunchOptions): Promise<LaunchedProcess> {
  const [stdout, stderr] = await Promise.all([open(paths.stdout, 'a'), open(paths.stderr, 'a')]);
  try {
    const { size: before } = await stderr.stat();
    const child = spawn(node, args, {
      cwd,
      env: childEnvironment(process.env),
      detached: true,
      windowsHide: true,
      stdio: ['ignore', stdout.fd, stderr.fd],
    });
    const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    child.unref();
    return {
      pid: child.pid as number,
      get ended() {
        return howItEnded(child);
      },
      exit,
      errorTail: () => outputTail(paths.stderr, { from: before }),
    };
  } finally {
    await Promise.all([stdout.close(), stderr.close()]);
  }
}

function howItEnded({ exitCode, signalCode }: ChildProcess): string | null {
  if (exitCode !== null) return `ended with exit code ${exitCode}`;
  return signalCode === null ? null : `was ended by ${signalCode}`;
}
