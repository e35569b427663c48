import type { RunEvent } from '../../protocol/events';
import type { Stage } from '../../protocol/vocabulary';

/** How far a run is. */
export interface RunProgress {
  readonly stage: Stage | null;
  /** Of the stage, 0 to 1; null where it is not known. */
  readonly share: number | null;
  /** To the end of the run; null where it is not known. */
  readonly secondsLeft: number | null;
  readonly imagesPerSecond: number | null;
}

/** What the log last said of its progress. Training and measuring take turns: the share is that of the training all along. */
export function runProgress(events: readonly RunEvent[]): RunProgress {
  const since = events.findLastIndex(({ type }) => type === 'run-started');
  const said = (isIt: (event: RunEvent) => boolean): RunEvent | undefined =>
    events.findLast((event, index) => index >= since && isIt(event));
  const staged = said((event) => event.type === 'stage' || event.type === 'progress');
  const stage = staged?.type === 'stage' || staged?.type === 'progress' ? staged.stage : null;
  const measured = stage === 'measuring' ? 'training' : stage;
  const progress = said((event) => event.type === 'progress' && event.stage === measured);
  const estimate = said((event) => event.type === 'progress' && event.etaSeconds !== null);
  return {
    stage,
    share: progress?.type === 'progress' && progress.total ? Math.min(1, progress.done / progress.total) : null,
    secondsLeft: estimate?.type === 'progress' ? estimate.etaSeconds : null,
    imagesPerSecond: progress?.type === 'progress' ? progress.imagesPerSecond : null,
  };
}
