import type { Closing } from './closing';
import type { Controls } from './controls';
import type { Evidence } from './evidence';
import type { DatasetSummary, FileTest, ReasonCode, Settings, TaskHead } from './result';
import type { Count, Family, PaperVerdict, Share, Stage, Verdict } from './vocabulary';

/** One line of events.jsonl. Unknown types are ignored by readers. */
export type RunEvent = {
  /** Of the events' format. */
  readonly v: 1;
  /** Milliseconds since the run (not this process) started. */
  readonly t: Count;
} & EventBody;

export type EventBody =
  | RunStarted
  | StageEvent
  | Progress
  | Metrics
  | Evaluation
  | ClosingEvent
  | Preview
  | Warning
  | CheckpointEvent
  | RunFinished
  | RunFailed;

export interface RunStarted {
  /** A process of the run begins to learn: the first one, or one that goes on. */
  readonly type: 'run-started';
  /** What is learned from. */
  readonly dataset: DatasetSummary;
  /** Everything that, with the data, fixes the result. */
  readonly settings: Settings;
  /** The candidate transforms, in the pool's order. */
  readonly transforms: readonly {
    /** As in Albumentations. */
    readonly name: string;
    readonly family: Family;
    /** The settings it is judged with, in the pool's own terms (limits, crop sides). */
    readonly params: Readonly<Record<string, number | readonly number[]>>;
    /** Depends on pixels: judged at this size, it may behave differently at another. */
    readonly sizeDependent: boolean;
  }[];
  /** The device, and why it was chosen and others were not. */
  readonly device: {
    /** Such as "CPU, 2 threads". */
    readonly name: string;
    /** Why this one and no other. */
    readonly why: string;
  };
  /** Presentations already done when the run was resumed; 0 for a fresh one. */
  readonly resumedAt: Count;
}

export interface StageEvent {
  /** A stage begins. */
  readonly type: 'stage';
  readonly stage: Stage;
}

/** How far the stage is; `total` null when it cannot be known. */
export interface Progress {
  /** How far the stage is. */
  readonly type: 'progress';
  readonly stage: Stage;
  readonly done: Count;
  /** Null when it cannot be known. */
  readonly total: Count | null;
  /** What `done` and `total` count. */
  readonly unit: 'images' | 'presentations';
  /**
   * Average over this stage so far; null when not known yet.
   * @minimum 0
   */
  readonly imagesPerSecond: number | null;
  /**
   * Seconds to the end of the whole run; null when not known yet.
   * @minimum 0
   */
  readonly etaSeconds: number | null;
}

/** Averages over the steps since the last metrics event. */
export interface Metrics {
  /** Averages over the last steps. */
  readonly type: 'metrics';
  readonly presentations: Count;
  /**
   * Of the last step.
   * @minimum 0
   */
  readonly learningRate: number;
  /**
   * The task's cross-entropy; null without labels.
   * @minimum 0
   */
  readonly taskLoss: number | null;
  /**
   * The heads' mean binary cross-entropy.
   * @minimum 0
   */
  readonly headsLoss: number;
  /** On the training pictures; null without labels. */
  readonly taskAccuracy: Share | null;
}

/** A full snapshot of all evidence so far, never a delta. `presentations` 0 = the screening stage. */
export interface Evaluation {
  /** All evidence so far. */
  readonly type: 'evaluation';
  readonly presentations: Count;
  /** The network's task accuracy on clean held-out pictures; null without labels or before training. */
  readonly taskHead: TaskHead | null;
  /** Traces in the files, tested before training. */
  readonly fileTests: readonly FileTest[];
  /** What the detector could have seen; null before training and where controls are off. */
  readonly controls: Controls | null;
  /** In the pool's order. */
  readonly transforms: readonly EvaluatedTransform[];
}

/** What was looked at after the last evaluation, as far as it was: a full snapshot, never a delta. */
export interface ClosingEvent {
  /** All closing looks so far. */
  readonly type: 'closing';
  readonly closing: Closing;
}

export interface EvaluatedTransform {
  /** As in Albumentations. */
  readonly name: string;
  readonly family: Family;
  readonly verdict: Verdict;
  /** What each of the two rules says. */
  readonly verdicts: { readonly interval: Verdict; readonly paper: PaperVerdict };
  /** What decided, as a code for programs. */
  readonly reasonCode: ReasonCode;
  /** What decided, as a sentence for people. */
  readonly reason: string;
  readonly evidence: Evidence;
  /** Presentations at which it was measured, where the verdict was settled before and nothing was measured anew. */
  readonly measuredAt?: Count;
}

/** Files are relative to the run folder. */
export interface Preview {
  /** Pictures of one transform were written. */
  readonly type: 'preview';
  /** The transform shown. */
  readonly transform: string;
  /** One entry per picture: the original, and several draws of the transform. */
  readonly pictures: readonly {
    /** File of the picture as it is. */
    readonly original: string;
    /** Files of the picture transformed, each with settings drawn anew. */
    readonly draws: readonly string[];
    /** Name of its class; null without labels. */
    readonly label: string | null;
  }[];
}

export interface Warning {
  /** Something to know before the result is used. */
  readonly type: 'warning';
  /** A sentence for people. */
  readonly message: string;
}

export interface CheckpointEvent {
  /** The run can go on from here. */
  readonly type: 'checkpoint';
  readonly presentations: Count;
}

export interface RunFinished {
  /** The run ended with a result, complete or partial. */
  readonly type: 'run-finished';
  /** False: stopped early with a partial result. */
  readonly complete: boolean;
  readonly presentations: Count;
}

export interface RunFailed {
  /** An error ended the run. */
  readonly type: 'run-failed';
  /** What failed, why, and what to do next. */
  readonly message: string;
}
