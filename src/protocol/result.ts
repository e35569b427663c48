import type {
  BudgetName,
  Count,
  EngineName,
  Family,
  Interval,
  PaperVerdict,
  Profile,
  RuleName,
  Share,
  Task,
  Verdict,
} from './vocabulary';
import type { Closing } from './closing';
import type { Controls } from './controls';
import type { Auroc, Evidence } from './evidence';

/** What `result.json` holds: everything measured, and how. Schema: schemas/result.schema.json. */
export interface Result {
  /** Of this file's format. */
  readonly version: 1;
  /** False when the run was stopped early: what is here was measured, but less than planned. */
  readonly complete: boolean;
  /** What was learned from. */
  readonly dataset: DatasetSummary;
  /** Everything that, with the data, fixes the result. */
  readonly settings: Settings;
  /** Image presentations that the network of `transforms` had learned from; 0 = screening only. */
  readonly presentations: Count;
  /** The network's task accuracy on clean held-out pictures; null without labels or before training. */
  readonly taskHead: TaskHead | null;
  /** Traces in the files, tested before training. */
  readonly fileTests: readonly FileTest[];
  /** What the detector could have seen; null before training and where controls are off. */
  readonly controls: Controls | null;
  /** In the pool's order. */
  readonly transforms: readonly TransformResult[];
  /** What was looked at once, after the last evaluation. */
  readonly closing: Closing;
  /** Names with verdict safe that have an effect on this data. */
  readonly safeSet: readonly string[];
  /** How to use the safe set, with what is safe in a smaller range: a subset of this size, each transform with probability p. */
  readonly use: { readonly subsetSize: Count; readonly p: Share };
  /** Sentences to read before the result is used. */
  readonly warnings: readonly string[];
  /** One entry per evaluation, the last one being `transforms`' evidence. */
  readonly history: readonly EvaluationSummary[];
  readonly timing: Timing;
}

export interface DatasetSummary {
  /** As it was given. */
  readonly path: string;
  /** The registered name of its format, such as image-folder. */
  readonly format: string;
  readonly task: Task;
  /** Images found and usable. */
  readonly images: Count;
  /** Those for training and validation that the sample left out (--max-images). */
  readonly notSampled: Count;
  readonly training: Count;
  readonly judging: Count;
  /** Names by class index; empty without labels. */
  readonly classes: readonly string[];
  /** 1 only when all pictures are gray. */
  readonly channels: 1 | 3;
  /** Tells whether the folder is still the one that was judged. */
  readonly fingerprint: Fingerprint;
  /** Files that were skipped, with the reason (the first 100), and their number. */
  readonly skipped: {
    readonly count: Count;
    /** The first 100 of them. */
    readonly files: readonly SkippedFile[];
  };
}

export interface Fingerprint {
  readonly files: Count;
  readonly bytes: Count;
  /** sha256 over the sorted relative paths and sizes. */
  readonly hash: string;
}

export interface SkippedFile {
  /** Path relative to the data set. */
  readonly file: string;
  /** Why it could not be used. */
  readonly reason: string;
}

export interface Settings {
  readonly seed: Count;
  /** The named budget, or null for a time. */
  readonly budget: BudgetName | null;
  /**
   * Planned time in minutes when the budget is a time, else null.
   * @minimum 0
   */
  readonly minutes: number | null;
  /** Planned image presentations; for a time budget, those that fitted in. */
  readonly presentations: Count;
  /** Working side in pixels: "judged at size × size". */
  readonly size: Count;
  readonly profile: Profile;
  /** The candidate transforms, in order. */
  readonly pool: readonly string[];
  /** Subset sizes are uniform on 0..maxSubset. */
  readonly maxSubset: Count;
  /** Whether each picture or each batch draws its own subset. */
  readonly subsetPer: 'image' | 'batch';
  /** What computes the network. */
  readonly engine: EngineName;
  /** Of the runtime underneath. */
  readonly engineVersion: string;
  readonly threads: Count;
  readonly rule: RuleName;
  /** The probe's AUROC that separates safe from shifting. */
  readonly threshold: Share;
  /** Side of the random guard crop in pixels; 0 = off. */
  readonly guard: Count;
  readonly batchSize: Count;
  /**
   * The highest: reached by a warm-up, and falling at the end.
   * @minimum 0
   */
  readonly learningRate: number;
  /**
   * Weight of the heads' mean binary cross-entropy against the task's cross-entropy.
   * @minimum 0
   */
  readonly headsWeight: number;
  /** Whether pictures were to be set aside for marks that tell what the detector could see. */
  readonly controls: boolean;
  /** Presentation counts at which the run measures. */
  readonly evaluations: readonly Count[];
  /** The program that judged. */
  readonly safeAugVersion: string;
}

export interface TaskHead {
  readonly accuracy: Share;
  readonly interval95: Interval;
  readonly n: Count;
}

/** A trace in the file rather than in the picture, tested before training on held-out pictures at working size. */
export interface FileTest {
  /** Of the test: column parity, row parity, axis of parity or histogram gaps. */
  readonly name: string;
  /** The transform that it would give away. */
  readonly transform: string;
  /** RGB: the mean over red, green and blue. */
  readonly channel: 'Y' | 'Cb' | 'Cr' | 'RGB' | 'gray';
  /** As read at working size, without the guard crop. */
  readonly unguarded: { readonly auroc: Share; readonly interval95: Interval };
  /** With the trace hidden on both sides: by the guard crop, also in a run without one, or by dither for gaps in the histogram. */
  readonly guarded: { readonly auroc: Share; readonly interval95: Interval };
  readonly n: Count;
  /** True when only the unguarded side sees it: a file trace, reported and, unless the guard is off, never judged by. */
  readonly fileTrace: boolean;
}

export interface TransformResult {
  /** As in Albumentations. */
  readonly name: string;
  readonly family: Family;
  /** The settings it was judged with, in the pool's own terms (limits, crop sides). */
  readonly params: Readonly<Record<string, number | readonly number[]>>;
  /** The chosen rule's verdict; the paper's `other` reads as `shifting`. */
  readonly verdict: Verdict;
  /** What each of the two rules says. */
  readonly verdicts: { readonly interval: Verdict; readonly paper: PaperVerdict };
  /** What decided, as a code for programs. */
  readonly reasonCode: ReasonCode;
  /** What decided, as a sentence for people. */
  readonly reason: string;
  readonly evidence: Evidence;
  /** Depends on pixels: judged at this size, it may behave differently at another. */
  readonly sizeDependent: boolean;
  /** Indices of the classes whose labels it breaks; for the others its verdict would be another. */
  readonly exceptClasses: readonly Count[];
  /** What its verdict would be for the classes that it does not break; null where it breaks none, or all. */
  readonly otherClasses: Verdict | null;
  /** Whether the evidence stands still; null before the first evaluation of a network. */
  readonly convergence: Convergence | null;
  /** What would probably settle it; null where it is settled. */
  readonly needed: Needed | null;
}

/** Whether more training would change the answer. */
export interface Convergence {
  /** The transform's head on pictures that were learned from; far above the held-out AUROC means memorising. */
  readonly training: Auroc | null;
  /** Change of the probe's AUROC per doubling of presentations, since the evaluation before; null at the first one. */
  readonly slope: number | null;
}

/** What would probably turn `undecided` into a verdict, were the AUROC what was measured. */
export interface Needed {
  /** More images in the data set; null when their number is not what is missing. */
  readonly images: Count | null;
  /** Presentations of a longer run; null when training is not what is missing. */
  readonly presentations: Count | null;
  /** A sentence for people. */
  readonly sentence: string;
}

export type ReasonCode =
  | 'below-threshold'
  | 'above-threshold'
  | 'across-threshold'
  | 'no-effect'
  | 'labels-change'
  | 'too-few-labels'
  | 'too-early'
  | 'once-only'
  | 'not-sensitive'
  | 'paper-rule';

export interface EvaluationSummary {
  readonly presentations: Count;
  /** On clean held-out pictures; null without labels or before training. */
  readonly taskAccuracy: Share | null;
  /** In the pool's order. */
  readonly transforms: readonly {
    /** As in Albumentations. */
    readonly name: string;
    readonly verdict: Verdict;
    readonly probe: Share;
    readonly interval95: Interval;
  }[];
}

/** Seconds; the only part of a result that differs between two runs of the same seed, with the paths. */
export interface Timing {
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /**
   * Of the whole run.
   * @minimum 0
   */
  readonly totalSeconds: number;
  /**
   * Of the training steps.
   * @minimum 0
   */
  readonly trainingSeconds: number;
  /**
   * Of the evaluations.
   * @minimum 0
   */
  readonly measuringSeconds: number;
  /** Share of the training time in which the step waited for data. */
  readonly waitingShare: Share;
  /**
   * The most memory that the process held, in MB.
   * @minimum 0
   */
  readonly peakMemoryMB: number;
}
