/** All waits of the supervisor, in milliseconds. */
export interface Timing {
  /** Between two looks at the folder of a run that is alive. */
  readonly lookMs: number;
  /** The same for a run that is not: somebody may resume it from a terminal. */
  readonly idleLookMs: number;
  /** Between two renewals of the lease. */
  readonly renewalMs: number;
  /** From the `stop` file to the end of the process tree. */
  readonly graceMs: number;
  /** For the program to take its folder. */
  readonly takeFolderMs: number;
  /** For the program to say its first word in the event log. */
  readonly firstEventMs: number;
}

/** A program with a lease ends when it was not renewed for 60 s, so five renewals may get lost. */
export const defaultTiming: Timing = {
  lookMs: 200,
  idleLookMs: 2_000,
  renewalMs: 10_000,
  graceMs: 60_000,
  takeFolderMs: 30_000,
  firstEventMs: 30_000,
};
