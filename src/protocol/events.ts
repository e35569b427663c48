import type { Evidence } from './evidence';
import type { DatasetSummary, FileTest, ReasonCode, Settings, TaskHead } from './result';
import type { Count, Family, PaperVerdict, Stage, Verdict } from './vocabulary';

/** One line of events.jsonl. `t`: milliseconds since the run (not this process) started. Unknown types are ignored by readers. */
export type RunEvent = { readonly v: 1; readonly t: Count } & EventBody;

export type EventBody =
  | RunStarted
  | StageEvent
  | Progress
  | Metrics
  | Evaluation
  | Preview
  | Warning
  | CheckpointEvent
  | RunFinished
  | RunFailed;

export interface RunStarted {
  readonly type: 'run-started';
  readonly dataset: DatasetSummary;
  readonly settings: Settings;
  readonly transforms: readonly { readonly name: string; readonly family: Family }[];
  /** The device, and why it was chosen and others were not. */
  readonly device: { readonly name: string; readonly why: string };
  /** Presentations already done when the run was resumed; 0 for a fresh one. */
  readonly resumedAt: Count;
}

export interface StageEvent {
  readonly type: 'stage';
  readonly stage: Stage;
}

/** How far the stage is; `total` null when it cannot be known. */
export interface Progress {
  readonly type: 'progress';
  readonly stage: Stage;
  readonly done: Count;
  readonly total: number | null;
  readonly unit: 'images' | 'presentations';
  readonly imagesPerSecond: number | null;
  /** Seconds to the end of the whole run. */
  readonly etaSeconds: number | null;
}

/** Averages over the steps since the last metrics event. */
export interface Metrics {
  readonly type: 'metrics';
  readonly presentations: Count;
  readonly learningRate: number;
  readonly taskLoss: number | null;
  readonly headsLoss: number;
  readonly taskAccuracy: number | null;
}

/** A full snapshot of all evidence so far, never a delta. `presentations` 0 = the screening stage. */
export interface Evaluation {
  readonly type: 'evaluation';
  readonly presentations: Count;
  readonly taskHead: TaskHead | null;
  readonly fileTests: readonly FileTest[];
  readonly transforms: readonly EvaluatedTransform[];
}

export interface EvaluatedTransform {
  readonly name: string;
  readonly family: Family;
  readonly verdict: Verdict;
  readonly verdicts: { readonly interval: Verdict; readonly paper: PaperVerdict };
  readonly reasonCode: ReasonCode;
  readonly reason: string;
  readonly evidence: Evidence;
}

/** Files are relative to the run folder. */
export interface Preview {
  readonly type: 'preview';
  readonly transform: string;
  /** One entry per picture: the original, and several draws of the transform. */
  readonly pictures: readonly {
    readonly original: string;
    readonly draws: readonly string[];
    readonly label: string | null;
  }[];
}

export interface Warning {
  readonly type: 'warning';
  readonly message: string;
}

export interface CheckpointEvent {
  readonly type: 'checkpoint';
  readonly presentations: Count;
}

export interface RunFinished {
  readonly type: 'run-finished';
  /** False: stopped early with a partial result. */
  readonly complete: boolean;
  readonly presentations: Count;
}

export interface RunFailed {
  readonly type: 'run-failed';
  readonly message: string;
}
