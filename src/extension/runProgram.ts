import { execFile } from 'node:child_process';
import type { Host } from './host';
import { childEnvironment } from './supervisor/childEnvironment';

export interface ProgramOutput {
  /** Standard output, then error output. */
  readonly text: string;
  /** Null when it was ended for taking too long. */
  readonly exitCode: number | null;
}

/** Runs the command line program for a short task and gathers what it says; it is ended after `limitMs`. */
export async function runProgram(
  { program, findNode }: Pick<Host, 'program' | 'findNode'>,
  args: readonly string[],
  { limitMs }: { limitMs: number },
): Promise<ProgramOutput> {
  const { path } = await findNode();
  const options = {
    timeout: limitMs,
    killSignal: 'SIGKILL' as const,
    env: childEnvironment(process.env),
    windowsHide: true,
  };
  return new Promise((resolve) => {
    execFile(path, [program, ...args], options, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : null;
      resolve({
        text: [stdout, stderr]
          .map((text) => text.trim())
          .filter(Boolean)
          .join('\n'),
        exitCode,
      });
    });
  });
}
