/** Documented in `safe-aug --help` and the README; scripts rely on them. */
export const exitCodes = {
  /** The run finished, or the command did what was asked. */
  ok: 0,
  /** A fault of the program itself; the stack is in the log. */
  internal: 1,
  /** Wrong command line. */
  usage: 2,
  /** The data set could not be used. */
  data: 3,
  /** The run folder could not be used: locked, full, read-only, broken. */
  run: 4,
  /** The engine could not be used. */
  engine: 5,
  /** Stopped early; a checkpoint and a partial result were written. */
  stopped: 6,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
