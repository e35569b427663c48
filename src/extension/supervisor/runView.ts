import type { RunEvent } from '../../protocol/events';
import type { RunPhase } from '../../protocol/panelState';
import type { RunSource, Subscription } from '../runSource';

export type RunListener = (newEvents: readonly RunEvent[]) => void;

/** What a view shows. */
export interface Viewed {
  readonly folder: string;
  readonly phase: RunPhase;
  readonly failure: string | null;
  readonly events: readonly RunEvent[];
  onChange(listener: RunListener): Subscription;
}

/** One party's view of a run that several may watch: disposing of it ends this party's subscriptions alone. */
export class RunView implements RunSource {
  readonly #run: Viewed;
  readonly #onDispose: () => void;
  readonly #subscriptions: Subscription[] = [];

  constructor(run: Viewed, onDispose: () => void) {
    this.#run = run;
    this.#onDispose = onDispose;
  }

  get folder(): string {
    return this.#run.folder;
  }

  get phase(): RunPhase {
    return this.#run.phase;
  }

  get failure(): string | null {
    return this.#run.failure;
  }

  events(): readonly RunEvent[] {
    return this.#run.events;
  }

  onChange(listener: RunListener): Subscription {
    const subscription = this.#run.onChange(listener);
    this.#subscriptions.push(subscription);
    return subscription;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#onDispose();
  }
}
