/** What `run.json` holds, written once when the run is made: who it is, and what `resume` needs to go on. */
export interface RunManifest {
  readonly version: 1;
  /** Name of the folder for runs under .safe-aug/runs. */
  readonly id: string;
  /** ISO 8601, UTC. The zero of the events' `t`. */
  readonly startedAt: string;
  readonly safeAugVersion: string;
  /** Absolute path of the data set on the machine that started the run. */
  readonly data: string;
  /** The settings as the program that started the run noted them; JSON, to be checked by whoever resumes. */
  readonly options: unknown;
}
