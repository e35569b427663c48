import { setTimeout as wait } from 'node:timers/promises';
import { lockHolder } from '../../run/runLock';
import type { LaunchedProcess } from './launch';
import { endProcessTree } from './processTree';
import type { Timing } from './timing';

export interface StartupOptions {
  readonly folder: string;
  readonly process: LaunchedProcess;
  readonly timing: Timing;
  /** Whether the program has written to the event log. */
  hasSpoken(): Promise<boolean>;
}

/**
 * Watches a program come up, stage by stage, each with a limit: it takes the run folder, then it says its first word. Throws an
 * Error that names the stage, with the end of its error output, when it ends or takes too long; what took too long is ended.
 */
export async function watchStartup({ folder, process, timing, hasSpoken }: StartupOptions): Promise<void> {
  const holds = async (): Promise<boolean> => (await lockHolder(folder))?.pid === process.pid;
  const stages = [
    { name: 'taking the run folder', limitMs: timing.takeFolderMs, isDone: holds },
    { name: 'beginning the event log', limitMs: timing.firstEventMs, isDone: hasSpoken },
  ];
  for (const { name, limitMs, isDone } of stages) {
    const end = performance.now() + limitMs;
    for (;;) {
      // Asked before looking, so that what it wrote last is still seen.
      const { ended } = process;
      // A program that has spoken has come up, however it ended: its own last event says more.
      if ((await hasSpoken()) || (await isDone())) break;
      if (ended !== null) throw await startError(`the program ${ended} while ${name}`, process);
      if (performance.now() > end) {
        await endProcessTree(process.pid);
        throw await startError(`${name} took longer than ${limitMs / 1000} s`, process);
      }
      await wait(timing.lookMs / 2);
    }
  }
}

async function startError(what: string, process: LaunchedProcess): Promise<Error> {
  const tail = await process.errorTail();
  const advice = 'Run "Safe Aug: Doctor" to see what does not work on this machine, then learn again.';
  return new Error(
    `The run did not start: ${what}. ${advice}\n${tail === '' ? 'It wrote nothing to its error output.' : tail}`,
  );
}
