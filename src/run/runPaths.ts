import { join } from 'node:path';

/** Absolute paths of everything in a run folder; the only place that knows the names. */
export interface RunPaths {
  readonly folder: string;
  /** `RunManifest`, written once. */
  readonly manifest: string;
  /** One `RunEvent` a line, appended. */
  readonly events: string;
  /** `Result`; appears at the end, complete or partial. */
  readonly result: string;
  /** The HTML report. */
  readonly report: string;
  /** Per-image logits and probe scores (a blob file), so that thresholds and intervals are recomputed without the network. */
  readonly scores: string;
  /** Folder of the current and the previous checkpoint. */
  readonly checkpoint: string;
  /** Folder of the pictures that `preview` events name. */
  readonly previews: string;
  /** Exists = please stop with a checkpoint and a partial result. */
  readonly stop: string;
  /** A host that watches renews its mtime. */
  readonly lease: string;
  /** Output of a run that was started in the background. */
  readonly stdout: string;
  readonly stderr: string;
}

const names = {
  manifest: 'run.json',
  events: 'events.jsonl',
  result: 'result.json',
  report: 'report.html',
  scores: 'scores.bin',
  checkpoint: 'checkpoint',
  previews: 'previews',
  stop: 'stop',
  lease: 'lease',
  stdout: 'stdout.log',
  stderr: 'stderr.log',
} as const;

/** What a host may have put into a folder before the run itself starts. */
export const namesBeforeStart: readonly string[] = [names.stdout, names.stderr, names.lease, names.stop];

/** The paths of the run in `folder` (absolute). Nothing is read or made. */
export function runPaths(folder: string): RunPaths {
  return {
    folder,
    manifest: join(folder, names.manifest),
    events: join(folder, names.events),
    result: join(folder, names.result),
    report: join(folder, names.report),
    scores: join(folder, names.scores),
    checkpoint: join(folder, names.checkpoint),
    previews: join(folder, names.previews),
    stop: join(folder, names.stop),
    lease: join(folder, names.lease),
    stdout: join(folder, names.stdout),
    stderr: join(folder, names.stderr),
  };
}

/** Where a project's runs are: one folder each. */
export function runsFolder(project: string): string {
  return join(project, '.safe-aug', 'runs');
}
