import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { HostMessage, PageMessage, PanelAction, PanelHost } from '../../protocol/panelMessages';
import type { PanelState } from '../../protocol/panelState';
import { readResult } from '../../run/resultFile';
import { runPaths } from '../../run/runPaths';
import type { RunSource, Subscription } from '../runSource';
import { localizePanelStrings } from './localizePanelStrings';
import { panelHtml } from './panelHtml';
import { PanelFeed } from './panelFeed';
import { emptyPanelState, withEvents, withResult } from './panelState';
import { parsePageMessage } from './parsePageMessage';

export interface RunPanelOptions {
  readonly extensionUri: vscode.Uri;
  readonly source: RunSource;
  /** The threshold chosen for this run before; null = the run's own. */
  readonly chosenThreshold: number | null;
  act(action: PanelAction): void;
  onThreshold(threshold: number | null): void;
  onProblem(message: string): void;
}

const endPhases: readonly string[] = ['finished', 'stopped'];

/** One run in one editor tab: folds its events into the panel's state and keeps the page up to date. */
export class RunPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #options: RunPanelOptions;
  readonly #feed: PanelFeed;
  readonly #subscriptions: Subscription[];
  #state: PanelState;
  #reading = false;
  #hasResult = false;
  #isReady = false;
  #isShown = true;
  #isDisposed = false;
  /** A transform to open as soon as the page listens. */
  #reveal: string | null = null;

  constructor(panel: vscode.WebviewPanel, options: RunPanelOptions) {
    const { extensionUri, source, chosenThreshold } = options;
    this.#panel = panel;
    this.#options = options;
    this.#state = emptyPanelState(source.phase, chosenThreshold);
    panel.webview.options = webviewOptions(extensionUri, source.folder);
    panel.webview.html = pageFor(panel.webview, extensionUri);
    this.#feed = new PanelFeed({
      host: () => hostFor(panel.webview, source.folder),
      state: this.#state,
      post: (message) => this.#post(message),
    });
    this.#subscriptions = [
      panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(parsePageMessage(message))),
      panel.onDidChangeViewState(() => this.#showOrHide()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#sendSnapshot()),
      source.onChange((events) => this.#take(events)),
    ];
    this.#take(source.events());
  }

  get threshold(): number | null {
    return this.#state.chosenThreshold;
  }

  /** Brings the tab to the front and, if asked to, one transform into view. */
  show({ transform, preserveFocus = false }: { transform?: string; preserveFocus?: boolean } = {}): void {
    this.#panel.reveal(undefined, preserveFocus);
    if (transform === undefined) return;
    this.#reveal = transform;
    if (this.#isReady) this.#sendReveal();
  }

  /** Closes the tab. */
  close(): void {
    this.#panel.dispose();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#feed.pause();
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#options.source.dispose();
  }

  #take(events: ReturnType<RunSource['events']>): void {
    const { phase, failure } = this.#options.source;
    const folded = withEvents(this.#state, events, (error) => this.#problem(error));
    this.#set({ ...folded, phase, failure: failure ?? folded.failure });
    if (endPhases.includes(phase)) void this.#readResult();
    else this.#hasResult = false;
  }

  /** The result file tells what events don't: what it concludes from the whole history. */
  async #readResult(): Promise<void> {
    if (this.#hasResult || this.#reading) return;
    this.#reading = true;
    try {
      const result = await readResult(this.#options.source.folder);
      this.#hasResult = result !== null;
      if (result && !this.#isDisposed) this.#set(withResult(this.#state, result));
    } catch (error) {
      this.#problem(error);
    } finally {
      this.#reading = false;
    }
  }

  #problem(error: unknown): void {
    this.#options.onProblem(error instanceof Error ? error.message : String(error));
  }

  #set(state: PanelState): void {
    this.#state = state;
    this.#panel.title = titleOf(state);
    this.#feed.update(state);
  }

  #receive(message: PageMessage | null): void {
    switch (message?.type) {
      case 'ready':
        this.#isReady = true;
        this.#sendSnapshot();
        this.#sendReveal();
        break;
      case 'setThreshold':
        this.#set({ ...this.#state, chosenThreshold: message.threshold });
        this.#options.onThreshold(message.threshold);
        break;
      case 'act':
        this.#options.act(message.action);
        break;
      case 'problem':
        this.#options.onProblem(message.message);
        break;
    }
  }

  /** A hidden page is thrown away as a rule, and asks for a snapshot when it is made anew; one that was kept gets it, too. */
  #showOrHide(): void {
    if (this.#panel.visible === this.#isShown) return;
    this.#isShown = this.#panel.visible;
    if (this.#isShown) {
      this.#feed.sendSnapshot();
      return;
    }
    this.#isReady = false;
    this.#feed.pause();
  }

  #sendSnapshot(): void {
    if (this.#isReady) this.#feed.sendSnapshot();
  }

  #sendReveal(): void {
    if (this.#reveal === null) return;
    this.#post({ type: 'reveal', transform: this.#reveal });
    this.#reveal = null;
  }

  #post(message: HostMessage): void {
    void this.#panel.webview.postMessage(message);
  }
}

/** Scripts and styles of the extension and pictures of this run are all that a page can load. */
function webviewOptions(extensionUri: vscode.Uri, folder: string): vscode.WebviewOptions {
  return {
    enableScripts: true,
    enableForms: false,
    localResourceRoots: [
      vscode.Uri.joinPath(extensionUri, 'dist', 'webview'),
      vscode.Uri.file(runPaths(folder).previews),
    ],
  };
}

function pageFor(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const asset = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'webview', name)).toString();
  return panelHtml({
    cspSource: webview.cspSource,
    nonce: randomBytes(18).toString('base64url'),
    script: asset('panel.js'),
    style: asset('panel.css'),
    language: vscode.env.language,
  });
}

function hostFor(webview: vscode.Webview, folder: string): PanelHost {
  return {
    runFolder: folder,
    fileRoot: webview.asWebviewUri(vscode.Uri.file(folder)).toString(),
    strings: localizePanelStrings((english) => vscode.l10n.t(english)),
    language: vscode.env.language,
    trusted: vscode.workspace.isTrusted,
  };
}

function titleOf({ run }: PanelState): string {
  const name = run?.dataset.path.split(/[\\/]/).filter(Boolean).at(-1);
  return name ? `Safe Aug: ${name}` : 'Safe Aug';
}
