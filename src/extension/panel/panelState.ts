import { noClosing, type Closing } from '../../protocol/closing';
import type { Evaluation, RunEvent } from '../../protocol/events';
import type { PanelEvaluation, PanelEvaluationPoint, PanelState, RunPhase } from '../../protocol/panelState';
import type { Result } from '../../protocol/result';
import { withMetrics } from './metricsCurve';

/** Judging looks one evaluation back, and a resumed run may measure the last one again. */
const wholeEvaluations = 3;

const noFindings: PanelState['findings'] = {};

/** The panel of a run of which nothing is known yet. */
export function emptyPanelState(phase: RunPhase, chosenThreshold: number | null): PanelState {
  return {
    phase,
    failure: null,
    run: null,
    stage: null,
    progress: null,
    training: null,
    evaluations: [],
    history: [],
    metrics: [],
    previews: {},
    warnings: [],
    elapsedMs: 0,
    estimate: null,
    closing: noClosing,
    findings: noFindings,
    chosenThreshold,
  };
}

/** The state after one more event of the run. Parts that an event does not touch stay the same objects. */
export function withEvent(state: PanelState, { v: _, t, ...event }: RunEvent): PanelState {
  const next = { ...state, elapsedMs: Math.max(t, state.elapsedMs) };
  switch (event.type) {
    case 'run-started': {
      const { type: _, ...run } = event;
      // A resumed run begins anew what it had not finished; what it measured before stays.
      return { ...next, run, stage: null, progress: null, estimate: null, failure: null };
    }
    case 'stage':
      return { ...next, stage: event.stage, progress: null };
    case 'progress': {
      const { type: _, ...progress } = event;
      // Stages without an estimate of their own leave the last one standing.
      const { etaSeconds: seconds } = progress;
      const estimate = seconds === null ? state.estimate : { seconds, elapsedMs: next.elapsedMs };
      const { done, total } = progress;
      const training = event.stage === 'training' ? { done, total } : state.training;
      return { ...next, stage: event.stage, progress, training, estimate };
    }
    case 'metrics':
      return { ...next, metrics: withMetrics(state.metrics, event) };
    case 'evaluation':
      return withEvaluation(next, event);
    case 'preview':
      return { ...next, previews: { ...state.previews, [event.transform]: event.pictures } };
    case 'warning':
      return state.warnings.includes(event.message) ? next : { ...next, warnings: [...state.warnings, event.message] };
    case 'run-failed':
      return { ...next, failure: event.message };
    case 'closing':
      return { ...next, closing: event.closing };
    case 'checkpoint':
    case 'run-finished':
      // The process' phase says how it ended.
      return next;
  }
}

/** The state after several events; one that cannot be taken, being no whole event, is reported and passed over. */
export function withEvents(
  state: PanelState,
  events: readonly RunEvent[],
  onProblem: (error: unknown) => void,
): PanelState {
  return events.reduce((before, event) => {
    try {
      return withEvent(before, event);
    } catch (error) {
      onProblem(error);
      return before;
    }
  }, state);
}

/** The state with what only the result file tells: what it concludes from the whole history, and the last warnings. */
export function withResult(state: PanelState, { transforms, closing, warnings }: Result): PanelState {
  const findings = Object.fromEntries(
    transforms.map(({ name, exceptClasses, convergence, needed }) => [name, { exceptClasses, convergence, needed }]),
  );
  return { ...state, closing, findings, warnings: [...new Set([...state.warnings, ...warnings])] };
}

/** An evaluation supersedes those at as many presentations or more: a resumed run measures that stretch again. */
function withEvaluation(state: PanelState, { type: _, ...event }: Evaluation): PanelState {
  const earlier = <Measured extends { presentations: number }>(measured: readonly Measured[]): Measured[] =>
    measured.filter(({ presentations }) => presentations < event.presentations);
  const evaluation: PanelEvaluation = {
    ...event,
    transforms: event.transforms.map(({ name, family, evidence, measuredAt }) => ({
      name,
      family,
      evidence,
      ...(measuredAt !== undefined && { measuredAt }),
    })),
  };
  return {
    ...state,
    closing: screenedOnly(state.closing),
    findings: noFindings,
    evaluations: whatJudgingNeeds([...earlier(state.evaluations), evaluation]),
    history: [...earlier(state.history), pointOf(evaluation)],
  };
}

/** What an earlier end of the run concluded does not hold once it has measured again; what was screened before training does. */
function screenedOnly(closing: Closing): Closing {
  const magnitudes = closing.magnitudes?.filter(({ presentations }) => presentations === 0) ?? [];
  if (magnitudes.length === 0) return noClosing;
  // The same object as long as nothing falls away: the page is told of changes alone.
  const { magnitudes: all, ...others } = closing;
  const isScreening = magnitudes.length === all?.length && Object.values(others).every((part) => part === null);
  return isScreening ? closing : { ...noClosing, magnitudes };
}

/** The last few, and where evidence of the latest was carried on, the evaluation that measured it and the one before that. */
function whatJudgingNeeds(evaluations: readonly PanelEvaluation[]): PanelEvaluation[] {
  const carriedFrom = new Set(evaluations.at(-1)?.transforms.map(({ measuredAt }) => measuredAt));
  return evaluations.filter(
    ({ presentations }, i) =>
      i >= evaluations.length - wholeEvaluations ||
      carriedFrom.has(presentations) ||
      carriedFrom.has(evaluations[i + 1].presentations),
  );
}

function pointOf({ presentations, taskHead, transforms }: PanelEvaluation): PanelEvaluationPoint {
  return {
    presentations,
    taskAccuracy: taskHead?.accuracy ?? null,
    transforms: transforms.map(({ name, evidence: { alone } }) => ({
      name,
      probe: alone.probe.auroc,
      interval95: alone.probe.interval95,
    })),
  };
}
