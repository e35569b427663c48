import { access } from 'node:fs/promises';
import type { RunEvent } from '../../protocol/events';
import type { RunPhase } from '../../protocol/panelState';
import { readEvents } from '../../run/readEvents';
import { lockHolder } from '../../run/runLock';
import { runPaths, type RunPaths } from '../../run/runPaths';
import type { RunSource, Subscription } from '../runSource';
import type { LaunchedProcess } from './launch';
import { renewLease } from './lease';
import { isLive, runPhase } from './runPhase';
import { RunView, type RunListener } from './runView';
import type { Timing } from './timing';

export interface WatchedRunOptions {
  readonly folder: string;
  readonly timing: Timing;
  /** Something in the watching itself failed, such as a drive that is away; it goes on. */
  onProblem(error: unknown): void;
  /** The last view of it was disposed of. */
  onUnviewed(): void;
}

/**
 * One run folder, looked at again and again: the new events, whether a process holds it, whether it was asked to stop. Renews the
 * lease while it is alive. Knows nothing of who started it.
 */
export class WatchedRun implements Subscription {
  readonly folder: string;
  readonly paths: RunPaths;
  readonly #options: WatchedRunOptions;
  readonly #events: RunEvent[] = [];
  readonly #listeners = new Set<RunListener>();
  readonly #views = new Set<RunView>();
  #readTo = 0;
  #phase: RunPhase = 'starting';
  #isKnown = false;
  /** How many events there were before our own process was started; null when it was started elsewhere. */
  #heardBefore: number | null = null;
  #process: LaunchedProcess | null = null;
  #isLaunching = false;
  #isStartCancelled = false;
  #startError: string | null = null;
  #looking: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #renewedAt = -Infinity;
  #isDisposed = false;

  constructor(options: WatchedRunOptions) {
    this.folder = options.folder;
    this.paths = runPaths(options.folder);
    this.#options = options;
  }

  get phase(): RunPhase {
    return this.#phase;
  }

  /** Why it could not be started, or why it failed by its own last word; null otherwise. */
  get failure(): string | null {
    if (this.#startError !== null) return this.#startError;
    const last = this.#events.at(-1);
    return last?.type === 'run-failed' ? last.message : null;
  }

  get events(): readonly RunEvent[] {
    return this.#events;
  }

  /** The process that we started ourselves, or null. */
  get process(): LaunchedProcess | null {
    return this.#process;
  }

  /** Whether somebody holds a view of it. */
  get isViewed(): boolean {
    return this.#views.size > 0;
  }

  onChange(listener: RunListener): Subscription {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  /** One more view of it. */
  view(): RunSource {
    const view: RunView = new RunView(this, () => {
      this.#views.delete(view);
      if (!this.isViewed) this.#options.onUnviewed();
    });
    this.#views.add(view);
    return view;
  }

  /** A start is under way: alive until `started` or `startFailed` says more. */
  starting(): void {
    this.#startError = null;
    this.#process = null;
    this.#isLaunching = true;
    this.#isStartCancelled = false;
    this.#heardBefore = Infinity;
    this.#set('starting', []);
  }

  /** What is in the log up to now is of earlier processes. */
  launching(): void {
    this.#heardBefore = this.#events.length;
  }

  /** Whether our process has said something. */
  get hasSpoken(): boolean {
    return this.#heardBefore !== null && this.#events.length > this.#heardBefore;
  }

  /** Whether a start that is under way shall not lead to a process. */
  get isStartCancelled(): boolean {
    return this.#isStartCancelled;
  }

  cancelStart(): void {
    this.#isStartCancelled = true;
  }

  /** Our process runs. */
  started(process: LaunchedProcess): void {
    this.#process = process;
    this.#isLaunching = false;
    void process.exit.then(() => this.look());
  }

  /** `why`: for people. */
  startFailed(why: string): void {
    this.#startError = why;
    this.#isLaunching = false;
  }

  /** Looks at the folder now, and from then on regularly. Never throws: what fails is reported and looked at again. */
  look(): Promise<void> {
    clearTimeout(this.#timer);
    this.#looking ??= this.#lookOnce()
      .catch((error: unknown) => this.#options.onProblem(error))
      .finally(() => {
        this.#looking = null;
        this.#schedule();
      });
    return this.#looking;
  }

  /** Stops looking; the run itself goes on. */
  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#isDisposed) return;
    const { lookMs, idleLookMs } = this.#options.timing;
    this.#timer = setTimeout(() => void this.look(), isLive(this.#phase) ? lookMs : idleLookMs);
    this.#timer.unref();
  }

  async #lookOnce(): Promise<void> {
    // In this order: what a process wrote before it let the folder go is read after it was found gone.
    const isAlive = await this.#isAlive();
    const isStopRequested = await exists(this.paths.stop);
    const fresh: RunEvent[] = [];
    let readTo = this.#readTo;
    for await (const { event, end } of readEvents(this.paths.events, { from: readTo })) {
      fresh.push(event);
      readTo = end;
    }
    if (this.#isDisposed) return;
    // Only now: of a look that fails half-way nothing is kept, and the next one reads it again.
    this.#readTo = readTo;
    // Whoever writes has come up.
    if (fresh.length > 0) this.#startError = null;
    // One by one: a call does not take as many arguments as a long log has lines.
    for (const event of fresh) this.#events.push(event);
    const phase = runPhase({
      isAlive,
      lastEvent: this.#events.at(-1) ?? null,
      isSilent: this.#heardBefore !== null && !this.hasSpoken,
      isStopRequested,
      didStartFail: this.#startError !== null,
      before: this.#phase,
    });
    this.#set(phase, fresh);
    if (isAlive) await this.#renewWhenDue();
  }

  async #isAlive(): Promise<boolean> {
    if (this.#isLaunching) return true;
    if (this.#process !== null && this.#process.ended === null) return true;
    return (await exists(this.folder)) && (await lockHolder(this.folder)) !== null;
  }

  async #renewWhenDue(): Promise<void> {
    const now = performance.now();
    if (now - this.#renewedAt < this.#options.timing.renewalMs) return;
    this.#renewedAt = now;
    await renewLease(this.paths.lease);
  }

  #set(phase: RunPhase, fresh: readonly RunEvent[]): void {
    if (this.#isKnown && phase === this.#phase && fresh.length === 0) return;
    this.#isKnown = true;
    this.#phase = phase;
    for (const listener of [...this.#listeners]) {
      // What one party cannot take must not keep it from the others.
      try {
        listener(fresh);
      } catch (error) {
        this.#options.onProblem(error);
      }
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
