import { stat } from 'node:fs/promises';
import { watchLease } from './leaseWatch';
import { systemCode } from './runError';
import { runPaths } from './runPaths';

/** Why a run was asked to stop; the `reason` of its signals. */
export class StopRequest extends Error {
  override readonly name = 'StopRequest';
}

/** The ways to ask a run to stop, as two signals. */
export interface StopSignal {
  /** Finish the step, write a checkpoint and a partial result, end. */
  readonly requested: AbortSignal;
  /** End at once, writing nothing; implies `requested`. */
  readonly immediate: AbortSignal;
  /** Stops listening. */
  close(): void;
}

export interface StopSignalOptions {
  /** The run folder, whose `stop` file is looked for. */
  readonly folder: string;
  /** Stop when the host has not renewed the `lease` file for a minute. Default false. */
  readonly lease?: boolean;
  /** Listen for SIGINT and SIGTERM. Default true. */
  readonly signals?: boolean;
  /** Milliseconds between two looks at the files. Default 1,000. */
  readonly pollMs?: number;
}

/** Not SIGHUP: listening would undo nohup, and a closed terminal loses only the seconds since the last checkpoint. */
const listened: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM'];
const leaseLimitMs = 60_000;
/** A key held too long, or a launcher that passes on what the whole process group got, is no second request. */
const doubleSignalMs = 500;

/**
 * Listens for requests to stop: a `stop` file in the run folder, SIGINT or SIGTERM (a second one, at least half a second
 * later, means now; a third one ends the process as if nobody listened), and, where asked, a lease that ran out.
 * The files are looked at by a timer, so a long loop must let the event loop turn.
 */
export function createStopSignal({
  folder,
  lease = false,
  signals = true,
  pollMs = 1000,
}: StopSignalOptions): StopSignal {
  const requested = new AbortController();
  const immediate = new AbortController();
  const paths = runPaths(folder);

  let firstSignalAt: number | undefined;
  const onSignal = (name: NodeJS.Signals): void => {
    if (firstSignalAt === undefined) {
      firstSignalAt = performance.now();
      requested.abort(new StopRequest(`${name} received`));
    } else if (performance.now() - firstSignalAt >= doubleSignalMs) {
      stopListening();
      const reason = new StopRequest(`${name} received a second time`);
      requested.abort(reason);
      immediate.abort(reason);
    }
  };
  const stopListening = (): void => {
    for (const name of listened) process.off(name, onSignal);
  };
  if (signals) for (const name of listened) process.on(name, onSignal);

  const leaseWatch = watchLease({ limitMs: leaseLimitMs, longestStepMs: 2 * pollMs });
  const look = async (): Promise<void> => {
    if ((await modified(paths.stop)) !== null) requested.abort(new StopRequest('the stop file was made'));
    if (lease && leaseWatch.look(await modified(paths.lease), performance.now())) {
      requested.abort(new StopRequest(`nobody has watched for ${leaseLimitMs / 1000} s`));
    }
  };
  const timer = setInterval(() => void look(), pollMs);
  timer.unref();

  return {
    requested: requested.signal,
    immediate: immediate.signal,
    close: () => {
      clearInterval(timer);
      stopListening();
    },
  };
}

/** Modification time in milliseconds; null when the file is not there or cannot be looked at just now. */
async function modified(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (systemCode(error) !== undefined) return null;
    throw error;
  }
}
