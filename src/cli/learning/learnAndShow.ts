import { relative } from 'node:path';
import type { EventBody } from '../../protocol/events';
import type { Result } from '../../protocol/result';
import type { Run } from '../../run/runFolder';
import { createStopSignal } from '../../run/stopSignal';
import { exitCodes } from '../exitCodes';
import { createProgressView } from '../view/progressView';
import { resultText } from '../view/resultText';
import type { LearnArguments } from './learnArguments';
import { runLearning } from './runLearning';

export interface LearnAndShowOptions {
  readonly run: Run;
  readonly data: string;
  readonly args: LearnArguments;
  /** End with a checkpoint when the host that watches has gone. */
  readonly lease: boolean;
  /** Print result.json to standard output instead of the table. */
  readonly json: boolean;
}

/** Learns into the run's folder while showing progress, prints what was found and sets the exit code. */
export async function learnAndShow({ run, data, args, lease, json }: LearnAndShowOptions): Promise<void> {
  const stop = createStopSignal({ folder: run.paths.folder, lease });
  const view = createProgressView();
  // A second Ctrl-C means now: the last checkpoint is on the disk, so nothing learned before it is lost.
  stop.immediate.addEventListener('abort', () => process.exit(exitCodes.stopped));
  const watch = (event: EventBody): void => view.show(event);
  let result: Result | null;
  try {
    result = await runLearning({ run, data, args, stop, watch });
  } finally {
    view.close();
    stop.close();
    await run.close();
  }
  const folder = relative(process.cwd(), run.paths.folder) || '.';
  if (result === null) {
    console.error(`Stopped before anything was measured. Go on with: safe-aug resume ${folder}`);
  } else if (json) {
    console.log(JSON.stringify(result, null, 2));
  } else {
    console.log(resultText(result, folder, process.stdout));
  }
  if (result?.complete !== true) process.exitCode = exitCodes.stopped;
}
