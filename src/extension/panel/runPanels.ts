import * as vscode from 'vscode';
import type { PanelAction } from '../../protocol/panelMessages';
import type { RunSource } from '../runSource';
import { closePanelTabs, orphanedPanels, rememberOpenPanels } from './openPanels';
import { isThreshold } from './parsePageMessage';
import { runFolderOf } from './restoredState';
import { RunPanel } from './runPanel';

export const panelViewType = 'safeAug.panel';

export interface RunPanelsOptions {
  readonly extensionUri: vscode.Uri;
  /** Watches the run in a folder; the panel disposes of it. Throws an Error in words for people when there is no run. */
  openRun(folder: string): Promise<RunSource>;
  /** Does what a button asked for, in the context of a run and of the threshold that its panel judges by. */
  act(action: PanelAction, run: { readonly folder: string; readonly threshold: number | null }): void;
  /** After the user has chosen another threshold for a run. */
  onThreshold(): void;
  /** Keeps the chosen thresholds, and which panels are open: `ExtensionContext.workspaceState`. */
  readonly memento: Pick<vscode.Memento, 'get' | 'update'>;
  readonly log: Pick<vscode.LogOutputChannel, 'error'>;
}

/** The open panels, one a run; brings them back when the window is restored. */
export class RunPanels implements vscode.Disposable {
  readonly #options: RunPanelsOptions;
  readonly #panels = new Map<string, RunPanel>();
  readonly #serializer: vscode.Disposable;

  constructor(options: RunPanelsOptions) {
    this.#options = options;
    this.#serializer = vscode.window.registerWebviewPanelSerializer(panelViewType, {
      deserializeWebviewPanel: (panel, state: unknown) => this.#restore(panel, runFolderOf(state)),
    });
  }

  /** Opens the panel of a run, or brings it to the front; `transform` opens that row. */
  async show(
    folder: string,
    { transform, preserveFocus = false }: { transform?: string; preserveFocus?: boolean } = {},
  ): Promise<void> {
    if (!this.#panels.has(folder)) {
      const source = await this.#options.openRun(folder);
      // Another call may have opened it in the meantime.
      if (this.#panels.has(folder)) source.dispose();
      else {
        const column = { viewColumn: vscode.ViewColumn.Active, preserveFocus };
        this.#adopt(vscode.window.createWebviewPanel(panelViewType, 'Safe Aug', column), source);
      }
    }
    this.#panels.get(folder)?.show({ preserveFocus, ...(transform !== undefined && { transform }) });
  }

  /** Puts live panels in the place of those that a crash of the extension host has left without one. */
  async recover(): Promise<void> {
    const folders = orphanedPanels(this.#options.memento);
    if (folders.length === 0) return;
    await closePanelTabs(panelViewType);
    for (const folder of folders) {
      try {
        await this.show(folder, { preserveFocus: true });
      } catch (error) {
        this.#notRestored(error);
      }
    }
  }

  /** Closes the panel of a run, such as when the run is deleted. */
  close(folder: string): void {
    this.#panels.get(folder)?.close();
  }

  /** The threshold that the user chose for a run; null = the run's own. */
  thresholdOf(folder: string): number | null {
    const kept = this.#options.memento.get<unknown>(keyOf(folder));
    return isThreshold(kept) ? kept : null;
  }

  dispose(): void {
    this.#serializer.dispose();
    for (const panel of this.#panels.values()) panel.dispose();
    this.#panels.clear();
  }

  async #restore(panel: vscode.WebviewPanel, folder: string | null): Promise<void> {
    try {
      if (folder === null) throw new Error('The panel kept no run folder.');
      const source = this.#panels.has(folder) ? null : await this.#options.openRun(folder);
      // Another call may have opened it in the meantime.
      if (source !== null && !this.#panels.has(folder)) return this.#adopt(panel, source);
      source?.dispose();
      panel.dispose();
    } catch (error) {
      this.#notRestored(error);
      panel.dispose();
    }
  }

  /** Such as when its run was deleted meanwhile: nobody asked for it, so the log is told, and the others come back. */
  #notRestored(error: unknown): void {
    this.#options.log.error(`A panel could not be restored: ${error instanceof Error ? error.message : error}`);
  }

  #adopt(panel: vscode.WebviewPanel, source: RunSource): void {
    const { extensionUri, act, onThreshold, memento, log } = this.#options;
    const { folder } = source;
    let shown: RunPanel;
    try {
      shown = new RunPanel(panel, {
        extensionUri,
        source,
        chosenThreshold: this.thresholdOf(folder),
        act: (action) => act(action, { folder, threshold: shown.threshold }),
        onThreshold: (threshold) => {
          void memento.update(keyOf(folder), threshold ?? undefined);
          onThreshold();
        },
        onProblem: (message) => log.error(`Panel of ${folder}: ${message}`),
      });
    } catch (error) {
      // Such as for a tab that was closed while its run was looked for.
      source.dispose();
      panel.dispose();
      throw error;
    }
    this.#panels.set(folder, shown);
    rememberOpenPanels(memento, [...this.#panels.keys()]);
    panel.onDidDispose(() => {
      this.#panels.delete(folder);
      rememberOpenPanels(memento, [...this.#panels.keys()]);
      shown.dispose();
    });
  }
}

function keyOf(folder: string): string {
  return `panel.threshold:${folder}`;
}
