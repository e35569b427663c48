import type { Closing } from './closing';
import type { EvaluatedTransform, Evaluation, Metrics, Preview, Progress, RunStarted } from './events';
import type { EvaluationSummary, TransformResult } from './result';
import type { Stage } from './vocabulary';

/**
 * What has become of a run's process. `interrupted`: gone without an end (killed, power cut), to be resumed. `stopped`: asked
 * to end early, with a partial result.
 */
export type RunPhase = 'starting' | 'running' | 'stopping' | 'finished' | 'stopped' | 'failed' | 'interrupted';

/** All that the panel shows of a run. The host owns it; every part is replaced, never changed in place. */
export interface PanelState {
  readonly phase: RunPhase;
  /** Why the run failed or could not start. */
  readonly failure: string | null;
  /** What the run said when it began; null before that. */
  readonly run: PanelRun | null;
  readonly stage: Stage | null;
  /** Of the present stage; null before its first. */
  readonly progress: Omit<Progress, 'type'> | null;
  /** How far training was when last heard of, in presentations; it takes turns with measuring. Null before it began. */
  readonly training: { readonly done: number; readonly total: number | null } | null;
  /** The last few evaluations and those that carried evidence goes back to, whole: what judging under another threshold needs. Ascending in presentations. */
  readonly evaluations: readonly PanelEvaluation[];
  /** All evaluations in figures, for the curves. Ascending in presentations. */
  readonly history: readonly PanelEvaluationPoint[];
  readonly metrics: readonly MetricsPoint[];
  /** Pictures by transform; files relative to the run folder. */
  readonly previews: Readonly<Record<string, Preview['pictures']>>;
  readonly warnings: readonly string[];
  /** Milliseconds from the run's start to its last event. */
  readonly elapsedMs: number;
  /** The last estimate of the time to the end of the run, and `elapsedMs` when it was made; null before the first. */
  readonly estimate: { readonly seconds: number; readonly elapsedMs: number } | null;
  /** What was looked at after the last evaluation, as far as it was. */
  readonly closing: Closing;
  /** What only the result file tells, by transform; empty until there is one. */
  readonly findings: Readonly<Record<string, TransformFindings>>;
  /** The threshold that the user chose; null = the run's own. */
  readonly chosenThreshold: number | null;
}

export type PanelRun = Omit<RunStarted, 'type'>;

export type PanelEvaluation = Omit<Evaluation, 'type' | 'transforms'> & {
  readonly transforms: readonly Pick<EvaluatedTransform, 'name' | 'family' | 'evidence' | 'measuredAt'>[];
};

export type PanelEvaluationPoint = Pick<EvaluationSummary, 'presentations' | 'taskAccuracy'> & {
  readonly transforms: readonly Omit<EvaluationSummary['transforms'][number], 'verdict'>[];
};

/** One point of the training curves: means over `count` neighbouring metrics events, at the last one's presentations. */
export type MetricsPoint = Omit<Metrics, 'type'> & { readonly count: number };

export type TransformFindings = Pick<TransformResult, 'exceptClasses' | 'convergence' | 'needed'>;
