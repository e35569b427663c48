import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import type { NodeRuntime } from '../supervisor/nodeRuntime';
import { childEnvironment } from '../supervisor/childEnvironment';

/** What `safe-aug inspect --json` says of a folder, as far as a list shows it. */
export interface Inspection {
  readonly format: string;
  readonly task: 'classification' | 'none';
  readonly images: number;
  readonly classes: readonly { readonly name: string; readonly count: number }[];
}

export interface InspectionsOptions {
  /** dist/cli.js */
  readonly program: string;
  findNode(folder: string): Promise<NodeRuntime>;
  /** Milliseconds that one folder may take. Default 15,000. */
  readonly limitMs?: number;
}

/** A list can wait for this much: a sample says format and readability, counts cover all. */
const mostImages = 100;

/**
 * Asks the program what folders are, one at a time, and keeps the answers while the folder's own date stays. A refusal is an
 * answer as well: why the folder is no data set.
 */
export class Inspections {
  readonly #options: InspectionsOptions;
  readonly #kept = new Map<string, { readonly mtimeMs: number; readonly answer: Promise<Inspection | string> }>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: InspectionsOptions) {
    this.#options = options;
  }

  /** What the folder is, or in words why it cannot be told. */
  async inspect(folder: string): Promise<Inspection | string> {
    const mtimeMs = await stat(folder).then(
      (stats) => stats.mtimeMs,
      () => -1,
    );
    const kept = this.#kept.get(folder);
    if (kept?.mtimeMs === mtimeMs) return kept.answer;
    const answer = this.#last.then(() => this.#ask(folder));
    this.#last = answer;
    this.#kept.set(folder, { mtimeMs, answer });
    return answer;
  }

  async #ask(folder: string): Promise<Inspection | string> {
    try {
      const { path } = await this.#options.findNode(folder);
      const { program, limitMs = 15_000 } = this.#options;
      return await ask(path, [program, 'inspect', folder, '--json', '--max-images', String(mostImages)], limitMs);
    } catch (error) {
      return (error as Error).message;
    }
  }
}

function ask(node: string, args: string[], limitMs: number): Promise<Inspection | string> {
  const options = {
    timeout: limitMs,
    killSignal: 'SIGKILL' as const,
    env: childEnvironment(process.env),
    maxBuffer: 2 ** 26,
    windowsHide: true,
  };
  return new Promise((resolve) => {
    execFile(node, args, options, (error, stdout, stderr) => {
      if (error === null) resolve(parse(stdout));
      else if (error.killed) resolve(`it took longer than ${limitMs / 1000} s to look at`);
      else resolve(lastLine(stderr));
    });
  });
}

function parse(text: string): Inspection | string {
  const { format, task, images, classes } = JSON.parse(text) as Partial<Inspection>;
  const isWhole =
    typeof format === 'string' && task !== undefined && typeof images === 'number' && Array.isArray(classes);
  return isWhole ? { format, task, images, classes } : 'the program answered in a form that is not known here';
}

/** Errors for people are one line, "safe-aug: …", after what progress has left. */
function lastLine(text: string): string {
  const line = text
    .trim()
    .split(/\r?\n/)
    .findLast((one) => one.startsWith('safe-aug: '));
  return line?.slice('safe-aug: '.length) ?? 'it could not be looked at';
}
