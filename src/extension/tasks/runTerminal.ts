import * as vscode from 'vscode';
import type { Host } from '../host';
import { startLearning } from '../learning/startLearning';
import { mayLearn } from '../mayLearn';
import type { RunSource } from '../runSource';
import { runProgress } from '../runs/runProgress';
import { phaseWord, progressWords, timeLeftWords, verdictCounts } from '../runs/runWords';
import { isLive } from '../supervisor/runPhase';

/** Between a closed terminal and the stop of its run. */
const graceMs = 2_000;

export interface RunTerminalOptions {
  readonly data: string;
  readonly project: string;
  readonly budget: string;
  /** Aborted when the extension ends, with its window or before a reload of it. */
  readonly ending: AbortSignal;
}

/**
 * The terminal of a task: starts a run, says how far it is, and ends with it. Closing the terminal stops the run, unless it is closed because
 * the window is: then the run is found again after a reload, as any other, or ends by itself.
 */
export class RunTerminal implements vscode.Pseudoterminal {
  readonly #host: Host;
  readonly #start: RunTerminalOptions;
  readonly #write = new vscode.EventEmitter<string>();
  readonly #close = new vscode.EventEmitter<number>();
  readonly onDidWrite = this.#write.event;
  readonly onDidClose = this.#close.event;
  #run: RunSource | null = null;
  #isClosed = false;
  #lastLine = '';

  constructor(host: Host, start: RunTerminalOptions) {
    this.#host = host;
    this.#start = start;
  }

  open(): void {
    void this.#learn().catch((error: unknown) => {
      this.#say(error instanceof Error ? error.message : String(error));
      this.#end(1);
    });
  }

  close(): void {
    this.#isClosed = true;
    const run = this.#run;
    this.#run = null;
    if (run) this.#stopSoon(run);
  }

  /** Ctrl-C, as in any terminal. */
  handleInput(data: string): void {
    if (data === '\u0003' && this.#run) this.#stop(this.#run.folder);
  }

  async #learn(): Promise<void> {
    if (!(await mayLearn())) return this.#end(1);
    if (this.#isClosed) return;
    const { data, project, budget } = this.#start;
    const folder = await startLearning(this.#host, { data, project, budget });
    const run = await this.#host.supervisor.watch(folder);
    // Closed while it started: nobody knew yet what to stop.
    if (this.#isClosed) return this.#stopSoon(run);
    this.#run = run;
    run.onChange(() => void this.#follow(run));
    await this.#follow(run);
  }

  async #follow(run: RunSource): Promise<void> {
    if (this.#run !== run) return;
    if (isLive(run.phase)) {
      const progress = runProgress(run.events());
      const left = timeLeftWords(progress);
      const doing = run.phase === 'running' ? progressWords(progress) : phaseWord(run.phase);
      this.#say(left === null ? doing : `${doing}, ${left}`);
      return;
    }
    this.#run = null;
    run.dispose();
    await this.#host.runs.refreshNow();
    const summary = (await this.#host.runs.find(run.folder))?.summary;
    this.#say([phaseWord(run.phase), run.failure, summary && verdictCounts(summary)].filter(Boolean).join('\n'));
    this.#end(run.phase === 'finished' ? 0 : run.phase === 'stopped' ? 6 : 1);
  }

  /**
   * The editor closes terminals before a reload, too, and does not say so; the end of the extension follows at once. A run that ends within
   * the grace needs no stop, and one that is resumed then is not this terminal's any more.
   */
  #stopSoon(run: RunSource): void {
    const { ending } = this.#start;
    const timer = setTimeout(() => {
      letGo();
      this.#stop(run.folder);
    }, graceMs);
    const letGo = (): void => {
      clearTimeout(timer);
      following.dispose();
      ending.removeEventListener('abort', letGo);
      run.dispose();
    };
    const following = run.onChange(() => {
      if (!isLive(run.phase)) letGo();
    });
    ending.addEventListener('abort', letGo);
    if (ending.aborted || !isLive(run.phase)) letGo();
  }

  #stop(folder: string): void {
    this.#host.supervisor.stop(folder).catch((error: unknown) => this.#host.log.error(String(error)));
  }

  #say(text: string): void {
    if (text === this.#lastLine) return;
    this.#lastLine = text;
    this.#write.fire(`${printable(text)}\r\n`);
  }

  #end(exitCode: number): void {
    this.#close.fire(exitCode);
  }
}

/** Names from the data may hold control characters, which a terminal would obey. */
function printable(text: string): string {
  return text.replace(/\r?\n/g, '\r\n').replace(/[^\P{Cc}\r\n]/gu, '?');
}
