import type { Delta, PanelHost, Snapshot } from '../../protocol/panelMessages';
import type { PanelState } from '../../protocol/panelState';

/** Milliseconds between two deltas: at most ten a second. */
export const deltaInterval = 100;

export interface PanelFeedOptions {
  /** Asked for every snapshot. */
  host(): PanelHost;
  readonly state: PanelState;
  post(message: Snapshot | Delta): void;
  /** As the global ones; tests pass their own. */
  readonly timers?: Pick<typeof globalThis, 'setTimeout' | 'clearTimeout'>;
}

/**
 * Keeps one page up to date: a snapshot when it asks for one, then what changed, gathered so that deltas are at least 100 ms
 * apart. Nothing is sent before the first snapshot or while the page is hidden; it asks again when it is back.
 */
export class PanelFeed {
  readonly #post: PanelFeedOptions['post'];
  readonly #host: () => PanelHost;
  readonly #timers: NonNullable<PanelFeedOptions['timers']>;
  #state: PanelState;
  #revision = 0;
  /** What the page has; null while nobody listens. */
  #sent: PanelState | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor({ host, state, post, timers = globalThis }: PanelFeedOptions) {
    this.#host = host;
    this.#state = state;
    this.#post = post;
    this.#timers = timers;
  }

  /** Takes the latest state; the page hears of it now, or with the next delta. */
  update(state: PanelState): void {
    this.#state = state;
    if (this.#sent !== null && this.#timer === null) this.#flush();
  }

  /** The page listens and knows nothing. */
  sendSnapshot(): void {
    this.#revision += 1;
    this.#sent = this.#state;
    this.#post({ type: 'snapshot', revision: this.#revision, state: this.#state, host: this.#host() });
    this.#rest();
  }

  /** The page is gone or hidden: nothing more until it asks for a snapshot. */
  pause(): void {
    this.#sent = null;
    if (this.#timer !== null) this.#timers.clearTimeout(this.#timer);
    this.#timer = null;
  }

  #flush(): void {
    if (this.#sent === null) return;
    const changes = changedParts(this.#sent, this.#state);
    if (Object.keys(changes).length === 0) return;
    const base = this.#revision;
    this.#revision += 1;
    this.#sent = this.#state;
    this.#post({ type: 'delta', base, revision: this.#revision, changes });
    this.#rest();
  }

  #rest(): void {
    if (this.#timer !== null) this.#timers.clearTimeout(this.#timer);
    this.#timer = this.#timers.setTimeout(() => {
      this.#timer = null;
      this.#flush();
    }, deltaInterval);
  }
}

/** Parts are replaced, never changed in place, so identity tells what is new. */
function changedParts(before: PanelState, after: PanelState): Partial<PanelState> {
  const keys = Object.keys(after) as (keyof PanelState)[];
  return Object.fromEntries(keys.filter((key) => before[key] !== after[key]).map((key) => [key, after[key]]));
}
