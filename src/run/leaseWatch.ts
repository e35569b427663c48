/** Tells when a host has stopped renewing its lease. */
export interface LeaseWatch {
  /**
   * One look at the lease file. `mtimeMs`: its modification time, null when there is no file. `nowMs`: this process's own
   * monotonic clock. True when the lease has run out.
   */
  look(mtimeMs: number | null, nowMs: number): boolean;
}

/**
 * Counts this process's own time since the modification time last *changed*, whatever it says, so clocks that disagree do not
 * matter. Between two looks at most `longestStepMs` is counted: a machine that slept or a process that was held up has not
 * seen the host miss its renewals.
 */
export function watchLease({ limitMs, longestStepMs }: { limitMs: number; longestStepMs: number }): LeaseWatch {
  let last: { mtimeMs: number | null; nowMs: number } | undefined;
  let waitedMs = 0;
  return {
    look: (mtimeMs, nowMs) => {
      if (last && mtimeMs === last.mtimeMs) waitedMs += Math.min(longestStepMs, nowMs - last.nowMs);
      else waitedMs = 0;
      last = { mtimeMs, nowMs };
      return waitedMs > limitMs;
    },
  };
}
