import { rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename } from 'node:path';
import type { RunPhase } from '../../protocol/panelState';
import { listRuns, type ListedRun } from '../../run/listRuns';
import { readManifest } from '../../run/manifestFile';
import { RunError, systemCode } from '../../run/runError';
import { makeNewFolder } from '../../run/runFolder';
import { lockHolder } from '../../run/runLock';
import { runPaths } from '../../run/runPaths';
import type { RunSource, Subscription } from '../runSource';
import { launch, type LaunchedProcess } from './launch';
import { makeLease } from './lease';
import type { NodeRuntime } from './nodeRuntime';
import { endProcessTree } from './processTree';
import { isLive } from './runPhase';
import type { Viewed } from './runView';
import { watchStartup } from './startup';
import { defaultTiming, type Timing } from './timing';
import { WatchedRun } from './watchedRun';

export interface SupervisorOptions {
  /** The command line program, dist/cli.js. */
  readonly program: string;
  /** Finds the Node to run it in for a project; throws an Error in words for people. */
  findNode(project: string): Promise<NodeRuntime>;
  /** Said once for each thing that happens. */
  log(message: string): void;
  readonly timing?: Partial<Timing>;
}

export interface StartOptions {
  /** Verb and options of the program besides the run's folder and the lease, such as `learn DATA --budget quick`. */
  readonly args: readonly string[];
  /** What is learned from; its last part becomes a part of the folder's name. */
  readonly data: string;
  /** Where `.safe-aug/runs/` is; the program runs there. */
  readonly project: string;
  /** Go on when nobody watches any more, instead of ending with a checkpoint. Default false. */
  readonly keepRunning?: boolean;
}

/** Any of the supervised runs has changed: its phase, which was `before` (null: it was not known yet), or what its log holds. */
export type SupervisorListener = (run: Viewed, before: RunPhase | null) => void;

/**
 * Starts runs, finds running ones again after a reload, stops them, and lets any number of parties watch any run. Runs outlive
 * it: disposing of it leaves them alone, and without a host that renews their lease they end by themselves.
 */
export class Supervisor implements Subscription {
  readonly #options: SupervisorOptions;
  readonly #timing: Timing;
  readonly #runs = new Map<string, WatchedRun>();
  readonly #listeners = new Set<SupervisorListener>();
  #isDisposed = false;
  readonly #resuming = new Set<string>();
  readonly #graces = new Map<string, NodeJS.Timeout>();

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#timing = { ...defaultTiming, ...options.timing };
  }

  /**
   * Makes the folder of a new run and starts the program on it. Resolves as soon as there is a folder to watch; whether the
   * program comes up is told there. Throws a RunError when the folder cannot be made.
   */
  async start({ args, data, project, keepRunning = false }: StartOptions): Promise<string> {
    const folder = await makeNewFolder(project, data, new Date());
    this.#watch(folder).starting();
    void this.#bringUp({ folder, args: [...args, '--run', folder], cwd: project, keepRunning });
    return folder;
  }

  /** Goes on with a run that ended early. Throws a RunError when it is running already or is no run. */
  async resume(
    folder: string,
    { project, keepRunning = false }: { project: string; keepRunning?: boolean },
  ): Promise<void> {
    if (this.#resuming.has(folder)) throw new RunError(`${folder} is being resumed already.`);
    this.#resuming.add(folder);
    try {
      await readManifest(folder);
      if (await this.isRunning(folder)) throw new RunError(`${folder} is running already.`);
      await rm(runPaths(folder).stop, { force: true });
      this.#watch(folder).starting();
    } finally {
      this.#resuming.delete(folder);
    }
    void this.#bringUp({ folder, args: ['resume', folder], cwd: project, keepRunning });
  }

  /** Whether a process works in the folder, whoever started it. */
  async isRunning(folder: string): Promise<boolean> {
    const watched = this.#runs.get(folder);
    return (watched !== undefined && isLive(watched.phase)) || (await lockHolder(folder)) !== null;
  }

  /**
   * Asks a run to end with a checkpoint and a partial result; after the grace its process tree is ended. Works on any run that
   * can be reached by its folder, also on another machine's, whose process is left to end by itself.
   */
  async stop(folder: string): Promise<void> {
    const run = this.#watch(folder);
    // From here on, so that a program which takes the request back while it comes up is asked again.
    this.#beginGrace(folder);
    try {
      await this.#requestStop(run);
    } catch (error) {
      this.#endGrace(folder);
      throw error;
    }
    await run.look();
    if (!isLive(run.phase)) this.#endGrace(folder);
  }

  #beginGrace(folder: string): void {
    if (this.#graces.has(folder)) return;
    const grace = setTimeout(() => {
      this.#graces.delete(folder);
      this.#options.log(`${basename(folder)} did not stop within ${this.#timing.graceMs / 1000} s.`);
      void this.stopNow(folder).catch((error: unknown) => this.#problem(folder, error));
    }, this.#timing.graceMs);
    grace.unref();
    this.#graces.set(folder, grace);
  }

  /** Ends the process tree of a run at once; what it learned since its last checkpoint is lost. Throws when it is another machine's. */
  async stopNow(folder: string): Promise<void> {
    const run = this.#watch(folder);
    const holder = ownProcess(run) ? null : await lockHolder(folder);
    // It may have been started meanwhile.
    const own = ownProcess(run);
    if (own === null && holder !== null && holder.host !== hostname()) {
      throw new RunError(
        `${folder} runs on another machine, "${holder.host}", and can only be asked to stop from here. End process ${holder.pid} there.`,
      );
    }
    const pid = own?.pid ?? holder?.pid;
    if (pid === undefined) run.cancelStart();
    else {
      await endProcessTree(pid);
      this.#options.log(`Ended process ${pid} of ${basename(folder)}.`);
    }
    await run.look();
  }

  /** A view of the run in `folder`. Throws a RunError when there is no run. */
  async watch(folder: string): Promise<RunSource> {
    if (!this.#runs.has(folder)) await readManifest(folder);
    const run = this.#watch(folder);
    const view = run.view();
    await run.look();
    return view;
  }

  /** Finds the runs of these projects that are running, such as after a reload, and keeps their leases. */
  async reattach(projects: readonly string[]): Promise<string[]> {
    const listed = await Promise.all(projects.map((project) => this.#runsIn(project)));
    const running = listed.flat().filter(({ state }) => state === 'running');
    await Promise.all(running.map(({ folder }) => this.#watch(folder).look()));
    return running.map(({ folder }) => folder);
  }

  /** The runs with a process behind them. */
  live(): readonly WatchedRun[] {
    return [...this.#runs.values()].filter(({ phase }) => isLive(phase));
  }

  onChange(listener: SupervisorListener): Subscription {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const grace of this.#graces.values()) clearTimeout(grace);
    for (const run of this.#runs.values()) run.dispose();
    this.#runs.clear();
    this.#listeners.clear();
  }

  async #bringUp(start: { folder: string; args: string[]; cwd: string; keepRunning: boolean }): Promise<void> {
    const { folder, args, cwd, keepRunning } = start;
    const run = this.#watch(folder);
    try {
      const node = await this.#options.findNode(cwd);
      this.#options.log(`Starting ${basename(folder)} in Node ${node.version} (${node.path}, from ${node.foundIn}).`);
      await run.look();
      run.launching();
      if (this.#isDisposed) return;
      if (run.isStartCancelled) throw new Error('Stopped before it had started.');
      if (keepRunning) await rm(run.paths.lease, { force: true });
      else await makeLease(run.paths.lease);
      const all = [this.#options.program, ...args, ...(keepRunning ? [] : ['--lease'])];
      const process = await launch({ node: node.path, args: all, cwd, paths: run.paths });
      run.started(process);
      // Asked for while the process was being made.
      if (run.isStartCancelled) await endProcessTree(process.pid);
      const hasSpoken = async (): Promise<boolean> => {
        await run.look();
        return run.hasSpoken;
      };
      await watchStartup({ folder, process, timing: this.#timing, hasSpoken });
    } catch (error) {
      this.#problem(folder, error);
      run.startFailed(error instanceof Error ? error.message : String(error));
    }
    await run.look();
  }

  /** A project that cannot be read, such as on a drive that is away, hides none of the others'. */
  async #runsIn(project: string): Promise<ListedRun[]> {
    try {
      return await listRuns(project);
    } catch (error) {
      this.#problem(project, error);
      return [];
    }
  }

  #watch(folder: string): WatchedRun {
    const known = this.#runs.get(folder);
    if (known) return known;
    const run: WatchedRun = new WatchedRun({
      folder,
      timing: this.#timing,
      onProblem: (error) => this.#problem(folder, error),
      onUnviewed: () => this.#forgetWhenIdle(run),
    });
    this.#runs.set(folder, run);
    let before: RunPhase | null = null;
    run.onChange(() => {
      const last = before;
      before = run.phase;
      if (last !== before) this.#options.log(`${basename(folder)} is ${before}.`);
      if (!isLive(before)) this.#endGrace(folder);
      // A resumed program takes an old request back when it begins; one that was made while it came up is no old one. It may have been
      // seen to be stopping before.
      else if (before === 'running' && last !== 'running' && this.#graces.has(folder))
        this.#requestStop(run).catch((error: unknown) => this.#problem(folder, error));
      for (const listener of [...this.#listeners]) listener(run, last);
      this.#forgetWhenIdle(run);
    });
    return run;
  }

  async #requestStop({ folder, paths }: WatchedRun): Promise<void> {
    this.#options.log(`Asking ${basename(folder)} to stop.`);
    // Never through a link: a workspace that is not trusted could have one there that leads to a file of the user's.
    await writeFile(paths.stop, '', { flag: 'wx' }).catch((error: unknown) => {
      if (systemCode(error) !== 'EEXIST') throw error;
    });
  }

  #endGrace(folder: string): void {
    clearTimeout(this.#graces.get(folder));
    this.#graces.delete(folder);
  }

  #forgetWhenIdle(run: WatchedRun): void {
    if (run.isViewed || isLive(run.phase)) return;
    run.dispose();
    this.#runs.delete(run.folder);
  }

  #problem(folder: string, error: unknown): void {
    this.#options.log(`${basename(folder)}: ${error instanceof Error ? error.message : error}`);
  }
}

/** The process that was started here, as long as it runs. */
function ownProcess({ process }: WatchedRun): LaunchedProcess | null {
  return process !== null && process.ended === null ? process : null;
}
