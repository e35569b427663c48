import type { RunEvent } from '../protocol/events';
import type { RunPhase } from '../protocol/panelState';

/** What ends a subscription; `vscode.Disposable` is one. */
export interface Subscription {
  dispose(): void;
}

/**
 * One run that is watched through its folder, whoever started it and whether or not it still runs. Every event reaches a
 * listener once and in the log's order: those of `events()` and those that `onChange` reports later never overlap.
 */
export interface RunSource extends Subscription {
  /** Absolute path of the run folder. */
  readonly folder: string;
  /** What is known of the process behind it at this moment. */
  readonly phase: RunPhase;
  /** Why it failed or could not start, in words for people; null otherwise. */
  readonly failure: string | null;
  /** All events read so far, the oldest first. */
  events(): readonly RunEvent[];
  /** Called after new events were read or `phase` or `failure` changed, with the events that are new (perhaps none). */
  onChange(listener: (newEvents: readonly RunEvent[]) => void): Subscription;
}
