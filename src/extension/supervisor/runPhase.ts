import type { RunEvent } from '../../protocol/events';
import type { RunPhase } from '../../protocol/panelState';

/** What is known of a run at one look. */
export interface RunFacts {
  /** Whether a process holds the folder, or ours has been started and not ended. */
  readonly isAlive: boolean;
  /** The last event of the log. */
  readonly lastEvent: RunEvent | null;
  /** Whether the process that is alive was started by us and has not said anything yet, whatever an earlier one said. */
  readonly isSilent: boolean;
  /** Whether it was asked to stop. */
  readonly isStopRequested: boolean;
  /** Whether our own attempt to start it went wrong. */
  readonly didStartFail: boolean;
  /** The phase found at the look before. */
  readonly before: RunPhase;
}

/** The phase of a run. */
export function runPhase({ isAlive, lastEvent, isSilent, isStopRequested, didStartFail, before }: RunFacts): RunPhase {
  const hasEnded = lastEvent?.type === 'run-finished' || lastEvent?.type === 'run-failed';
  if (isAlive) {
    // Between its last event and the end of its process, a run goes on being what it was; else it is another process that
    // holds the folder of an ended run, and comes up.
    const isEnding = before === 'running' || before === 'stopping';
    if (isSilent || lastEvent === null || (hasEnded && !isEnding)) return 'starting';
    return isStopRequested ? 'stopping' : 'running';
  }
  if (didStartFail) return 'failed';
  if (lastEvent?.type === 'run-finished') return lastEvent.complete ? 'finished' : 'stopped';
  return lastEvent?.type === 'run-failed' ? 'failed' : 'interrupted';
}

/** Whether a process is behind it. */
export function isLive(phase: RunPhase): boolean {
  return phase === 'starting' || phase === 'running' || phase === 'stopping';
}

/** Whether it ended early and can go on. */
export function canResume(phase: RunPhase): boolean {
  return phase === 'stopped' || phase === 'interrupted' || phase === 'failed';
}
