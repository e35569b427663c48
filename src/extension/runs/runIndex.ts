import * as vscode from 'vscode';
import type { RunPhase } from '../../protocol/panelState';
import type { RunManifest } from '../../protocol/runManifest';
import { listRuns } from '../../run/listRuns';
import { projects } from '../projects';
import { isLive } from '../supervisor/runPhase';
import type { Supervisor } from '../supervisor/supervisor';
import { RunSummaries, type RunSummariesOptions, type RunSummary } from './runSummary';

/** A run of this workspace. */
export interface IndexedRun {
  readonly folder: string;
  /** Whose `.safe-aug/runs` it is in. */
  readonly project: string;
  readonly manifest: RunManifest;
  readonly phase: RunPhase;
  /** Null while there is no result. */
  readonly summary: RunSummary | null;
}

export interface RunIndexOptions extends RunSummariesOptions {
  readonly context: vscode.ExtensionContext;
  readonly supervisor: Supervisor;
}

/** Changes that come within this time are listed once. */
const settleMs = 150;

/** All runs of the workspace, the newest first; listed again when folders, results or phases change. */
export class RunIndex implements vscode.Disposable {
  readonly #options: RunIndexOptions;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #summaries: RunSummaries;
  readonly #subscriptions: { dispose(): unknown }[];
  #watchers: vscode.Disposable[] = [];
  #runs: readonly IndexedRun[] | null = null;
  #listing: Promise<readonly IndexedRun[]> | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: RunIndexOptions) {
    this.#options = options;
    this.#summaries = new RunSummaries(options);
    this.#subscriptions = [
      this.#changed,
      options.supervisor.onChange(({ phase }, before) => {
        if (phase !== before) this.refresh();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#watch();
        this.refresh();
      }),
    ];
    this.#watch();
  }

  /** After the list has become another. */
  get onDidChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  /** The runs as last listed, or listed now. */
  async all(): Promise<readonly IndexedRun[]> {
    return this.#runs ?? this.#list();
  }

  async find(folder: string): Promise<IndexedRun | undefined> {
    return (await this.all()).find((run) => run.folder === folder);
  }

  /** Lists again soon. */
  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refreshNow(), settleMs);
  }

  async refreshNow(): Promise<void> {
    await this.#listing;
    await this.#list();
    this.#changed.fire();
  }

  /** Lists again as the user asked: results that did not change, too. */
  async readAgain(): Promise<void> {
    this.#summaries.forget();
    await this.refreshNow();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of [...this.#subscriptions, ...this.#watchers]) disposable.dispose();
  }

  async #list(): Promise<readonly IndexedRun[]> {
    this.#listing ??= this.#read().finally(() => (this.#listing = null));
    this.#runs = await this.#listing;
    return this.#runs;
  }

  async #read(): Promise<readonly IndexedRun[]> {
    const all = projects(this.#options.context);
    // Runs that were started elsewhere, from a terminal or by another window, are watched as well.
    await this.#options.supervisor.reattach(all);
    const runs = await Promise.all(all.map((project) => this.#readProject(project)));
    return runs.flat().sort((a, b) => b.manifest.startedAt.localeCompare(a.manifest.startedAt));
  }

  async #readProject(project: string): Promise<IndexedRun[]> {
    try {
      const listed = await listRuns(project);
      return await Promise.all(
        listed.map(async ({ folder, manifest, state }) => {
          const live = this.#options.supervisor.live().find((run) => run.folder === folder);
          const phase = live?.phase ?? state;
          const summary = isLive(phase) ? null : await this.#summaries.read(folder);
          return { folder, project, manifest, phase, summary };
        }),
      );
    } catch (error) {
      this.#options.onProblem(error);
      return [];
    }
  }

  #watch(): void {
    for (const watcher of this.#watchers) watcher.dispose();
    this.#watchers = projects(this.#options.context).map((project) => {
      const ofInterest = '{.safe-aug/runs/*/run.json,.safe-aug/runs/*/result.json,safe-aug.json}';
      const pattern = new vscode.RelativePattern(vscode.Uri.file(project), ofInterest);
      const watcher = vscode.workspace.createFileSystemWatcher(pattern);
      watcher.onDidCreate(() => this.refresh());
      watcher.onDidChange(() => this.refresh());
      watcher.onDidDelete(() => this.refresh());
      return watcher;
    });
  }
}
