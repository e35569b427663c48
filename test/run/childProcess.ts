import { buildSync } from 'esbuild';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** A program of test/run/children in a process of its own, spoken to by lines. */
export interface Child {
  readonly process: ChildProcessByStdio<Writable, Readable, null>;
  /** The next line on stdout; null when it has ended. */
  line(): Promise<string | null>;
  send(line: string): void;
  /** Ends it (default kill -9) and waits until it is gone; resolves to the lines that were not read. */
  kill(signal?: NodeJS.Signals): Promise<string[]>;
}

const built = mkdtempSync(join(tmpdir(), 'safe-aug-children-'));
process.once('exit', () => rmSync(built, { recursive: true, force: true }));

/** Bundles a program of test/run/children and returns its path. */
export function buildChild(name: string): string {
  const outfile = join(built, `${name}.cjs`);
  const entryPoints = [join(__dirname, 'children', `${name}.ts`)];
  buildSync({ entryPoints, outfile, bundle: true, platform: 'node', target: 'node20', logLevel: 'error' });
  return outfile;
}

/** Starts a built program. */
export function startChild(program: string, args: readonly string[] = []): Child {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const line = async (): Promise<string | null> => {
    const { value, done } = await lines.next();
    return done ? null : value;
  };
  return {
    process: child,
    line,
    send: (text) => child.stdin.write(`${text}\n`),
    kill: async (signal = 'SIGKILL') => {
      child.kill(signal);
      await exited;
      const rest: string[] = [];
      for (let next = await line(); next !== null; next = await line()) rest.push(next);
      return rest;
    },
  };
}
