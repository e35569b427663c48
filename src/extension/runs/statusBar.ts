import * as vscode from 'vscode';
import { readManifest } from '../../run/manifestFile';
import { RunError } from '../../run/runError';
import { plainText } from '../plainText';
import { isLive } from '../supervisor/runPhase';
import type { Viewed } from '../supervisor/runView';
import type { Supervisor } from '../supervisor/supervisor';
import { runName } from './runNames';
import { runProgress } from './runProgress';
import { phaseWord, progressWords, timeLeftWords } from './runWords';

/** Milliseconds between two changes of the text, so that it can be read. */
const restMs = 1_000;

/** Says how far the run is while one is in progress; a click opens its panel. */
export class StatusBar implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('safeAug.run', vscode.StatusBarAlignment.Left);
  readonly #supervisor: Supervisor;
  readonly #subscription: { dispose(): void };
  readonly #names = new Map<string, string>();
  #shownAt = -Infinity;

  constructor(supervisor: Supervisor) {
    this.#supervisor = supervisor;
    this.#item.name = 'Safe Aug';
    this.#subscription = supervisor.onChange((run, before) => {
      const isDue = performance.now() - this.#shownAt > restMs;
      if (run.phase !== before || isDue) void this.#show();
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#item.dispose();
  }

  /** With several runs, the one that was found or started last. */
  async #show(): Promise<void> {
    this.#shownAt = performance.now();
    const live = this.#supervisor.live();
    const run = live.at(-1);
    if (!run) return this.#item.hide();
    const name = await this.#nameOf(run.folder);
    if (!isLive(run.phase)) return;
    const progress = runProgress(run.events);
    const doing = run.phase === 'running' ? progressWords(progress) : phaseWord(run.phase);
    const others = live.length > 1 ? vscode.l10n.t(' and {0} more', live.length - 1) : '';
    this.#item.text = `$(beaker) ${plainText(name)}: ${doing}${others}`;
    this.#item.tooltip = this.#tooltip(run, name);
    this.#item.accessibilityInformation = { label: `Safe Aug, ${name}, ${doing}`, role: 'button' };
    this.#item.command = { command: 'safeAug.openPanel', title: vscode.l10n.t('Open Panel'), arguments: [run.folder] };
    this.#item.show();
  }

  #tooltip({ events, phase }: Viewed, name: string): string {
    const progress = runProgress(events);
    const lines = [
      vscode.l10n.t('Safe Aug learns from {0}', name),
      phase === 'running' ? progressWords(progress) : phaseWord(phase),
      timeLeftWords(progress),
      progress.imagesPerSecond === null ? null : vscode.l10n.t('{0} images/s', Math.round(progress.imagesPerSecond)),
    ];
    return lines.filter((line) => line !== null).join('\n');
  }

  async #nameOf(folder: string): Promise<string> {
    const known = this.#names.get(folder);
    if (known !== undefined) return known;
    try {
      const name = runName(await readManifest(folder));
      this.#names.set(folder, name);
      return name;
    } catch (error) {
      // A run that is coming up has not said who it is.
      if (error instanceof RunError) return 'Safe Aug';
      throw error;
    }
  }
}
