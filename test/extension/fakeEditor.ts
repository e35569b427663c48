import { fileURLToPath, pathToFileURL } from 'node:url';

/** What a test's user does with a list of choices: the index of the row, by its label; or text that is typed first. */
export interface Choice {
  readonly row: string;
  readonly typed?: string;
}

/** An open text with the version that every change raises, as the editor's own. */
export class FakeDocument {
  version = 1;
  readOnly = false;

  constructor(
    readonly uri: Uri,
    public text: string,
  ) {}

  get fileName(): string {
    return this.uri.fsPath;
  }

  getText(): string {
    return this.text;
  }

  edit(text: string): void {
    this.text = text;
    this.version++;
  }

  positionAt(offset: number): Position {
    const lines = this.text.slice(0, offset).split('\n');
    return new Position(lines.length - 1, lines[lines.length - 1].length);
  }

  offsetAt({ line, character }: Position): number {
    const before = this.text.split('\n').slice(0, line);
    return before.reduce((sum, one) => sum + one.length + 1, 0) + character;
  }
}

/** A tab with a page, which nobody can touch once it is closed. */
export class FakePanel {
  isDisposed = false;
  title = '';
  visible = true;
  #html = '';
  readonly #closed: (() => void)[] = [];
  readonly webview = ((panel: FakePanel) => ({
    options: {},
    cspSource: '',
    get html(): string {
      return panel.#html;
    },
    set html(html: string) {
      if (panel.isDisposed) throw new Error('Webview is disposed');
      panel.#html = html;
    },
    asWebviewUri: (uri: Uri) => uri,
    onDidReceiveMessage: () => ({ dispose: () => undefined }),
    postMessage: async () => true,
  }))(this);

  onDidChangeViewState(): { dispose(): void } {
    return { dispose: () => undefined };
  }

  onDidDispose(closed: () => void): void {
    this.#closed.push(closed);
  }

  reveal(): void {}

  dispose(): void {
    if (this.isDisposed) return;
    this.isDisposed = true;
    for (const closed of this.#closed) closed();
  }
}

/**
 * As much of the editor as tests touch: documents with versions, lists whose rows the test picks, and a preview that is applied,
 * discarded, or refused because the document changed under it, as VS Code does.
 */
export class FakeEditor {
  readonly documents = new Map<string, FakeDocument>();
  /** Picked in this order; a list that finds none is closed without a choice. */
  choices: Choice[] = [];
  /** Every list that was shown: its rows. */
  readonly lists: string[][] = [];
  readonly errors: string[] = [];
  readonly notices: string[] = [];
  isTrusted = true;
  readonly trusting: (() => void)[] = [];
  /** Absolute paths of the workspace's folders. */
  folders: string[] = [];
  /** Settings of the workspace and, by the folder's path, of its folders. */
  settings: Readonly<Record<string, unknown>> = {};
  folderSettings: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {};
  readonly lensProviders: { provideCodeLenses(document: FakeDocument): unknown[] }[] = [];
  /** Tabs with a page: what each shows. */
  readonly pages: FakePanel[] = [];
  /** Hands a tab of before a reload to the extension. */
  restore: (panel: FakePanel, state: unknown) => Promise<void> = async () => undefined;
  /** Tools for language models, by their names. */
  readonly tools = new Map<string, { invoke(options: { input: object }): Promise<ToolResult> }>();
  /** By the type of their tasks. */
  readonly taskProviders = new Map<string, { provideTasks(): FakeTask[] }>();
  /** Descriptions of the edits that were previewed. */
  readonly previews: string[] = [];
  /** What they would put in. */
  readonly previewed: string[] = [];
  /** Whether the user ticks the edit before applying it. Default true. */
  ticks = true;
  /** Happens while a preview is open. */
  duringPreview: () => void = () => undefined;
  /** Happens while a list is open. */
  duringChoice: () => void = () => undefined;

  /** The user trusts the workspace from now on. */
  trust(): void {
    this.isTrusted = true;
    for (const listener of this.trusting) listener();
  }

  uri(path: string): never {
    return Uri.file(path) as never;
  }

  open(path: string, text: string): FakeDocument {
    const uri = Uri.file(path);
    const document = new FakeDocument(uri, text);
    this.documents.set(uri.toString(), document);
    return document;
  }

  choose<T extends { readonly label: string }>(rows: readonly T[]): T | undefined {
    this.lists.push(rows.map(({ label }) => label));
    this.duringChoice();
    const choice = this.choices.shift();
    return rows.find(({ label }) => label === choice?.row);
  }

  applyEdit({ replacements }: WorkspaceEdit): boolean {
    const versions = replacements.map(({ uri }) => this.#at(uri).version);
    this.previews.push(...replacements.map(({ metadata }) => metadata.description));
    this.previewed.push(...replacements.map(({ text }) => text));
    this.duringPreview();
    if (replacements.some(({ uri }, index) => this.#at(uri).version !== versions[index])) return false;
    if (!this.ticks) return true;
    for (const { uri, range, text } of replacements) {
      const document = this.#at(uri);
      const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
      document.edit(document.text.slice(0, start) + text + document.text.slice(end));
    }
    return true;
  }

  stat(uri: Uri): { permissions: number } {
    return { permissions: this.#at(uri).readOnly ? 1 : 0 };
  }

  #at(uri: Uri): FakeDocument {
    return this.documents.get(uri.toString())!;
  }
}

/** The editor that the module below speaks to; every test sets its own. */
export const current = { editor: new FakeEditor() };

class Uri {
  private constructor(readonly fsPath: string) {}
  readonly scheme = 'file';

  static file(path: string): Uri {
    return new Uri(fileURLToPath(pathToFileURL(path)));
  }

  static joinPath({ fsPath }: Uri, ...parts: readonly string[]): Uri {
    return Uri.file([fsPath, ...parts].join('/'));
  }

  toString(): string {
    return pathToFileURL(this.fsPath).href;
  }
}

class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

class Range {
  constructor(
    readonly start: Position,
    readonly end: Position,
  ) {}
}

export interface ToolResult {
  readonly content: readonly { readonly value: string }[];
}

interface Metadata {
  readonly needsConfirmation: boolean;
  readonly description: string;
}

class WorkspaceEdit {
  readonly replacements: { uri: Uri; range: Range; text: string; metadata: Metadata }[] = [];

  replace(uri: Uri, range: Range, text: string, metadata: Metadata): void {
    this.replacements.push({ uri, range, text, metadata });
  }
}

class FakeTask {
  constructor(
    readonly definition: Readonly<Record<string, unknown>>,
    readonly scope: unknown,
    readonly name: string,
  ) {}
}

function folders(): { readonly uri: Uri; readonly name: string }[] {
  return current.editor.folders.map((path) => ({ uri: Uri.file(path), name: path.split('/').at(-1)! }));
}

class FakeQuickPick<T extends { readonly label: string }> {
  items: readonly T[] = [];
  selectedItems: readonly T[] = [];
  placeholder = '';
  #accepted: () => void = () => undefined;
  #hidden: () => void = () => undefined;
  #typed: (value: string) => void = () => undefined;

  onDidAccept(accepted: () => void): void {
    this.#accepted = accepted;
  }

  onDidHide(hidden: () => void): void {
    this.#hidden = hidden;
  }

  onDidChangeValue(typed: (value: string) => void): void {
    this.#typed = typed;
  }

  show(): void {
    const typed = current.editor.choices[0]?.typed;
    if (typed !== undefined) this.#typed(typed);
    const item = current.editor.choose(this.items);
    this.selectedItems = item ? [item] : [];
    if (item) this.#accepted();
    else this.#hidden();
  }

  dispose(): void {
    this.#hidden();
  }
}

/** Stands for the module `vscode`: `vi.mock('vscode', async () => (await import('../fakeEditor')).vscode)`. */
export const vscode = {
  Uri,
  Position,
  Range,
  WorkspaceEdit,
  RelativePattern: class {},
  ViewColumn: { Active: -1 },
  CodeLens: class {},
  FilePermission: { Readonly: 1 },
  ProgressLocation: { Notification: 15 },
  CustomExecution: class {},
  Task: FakeTask,
  TaskScope: { Workspace: 2 },
  TaskRevealKind: { Silent: 2 },
  Disposable: { from: () => ({ dispose: () => undefined }) },
  EventEmitter: class {
    readonly event = (): void => undefined;
    fire(): void {}
  },
  lm: {
    registerTool: (name: string, tool: { invoke(options: { input: object }): Promise<ToolResult> }) =>
      current.editor.tools.set(name, tool),
  },
  LanguageModelTextPart: class {
    constructor(readonly value: string) {}
  },
  LanguageModelToolResult: class {
    constructor(readonly content: ToolResult['content']) {}
  },
  languages: {
    registerCodeLensProvider: (_: unknown, provider: { provideCodeLenses(document: FakeDocument): unknown[] }) =>
      current.editor.lensProviders.push(provider),
  },
  tasks: {
    registerTaskProvider: (type: string, provider: { provideTasks(): FakeTask[] }) =>
      current.editor.taskProviders.set(type, provider),
  },
  TabInputWebview: class {},
  env: { sessionId: 'session', language: 'en' },
  l10n: {
    t: (text: string, ...values: unknown[]) =>
      text.replace(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)])),
  },
  workspace: {
    get isTrusted() {
      return current.editor.isTrusted;
    },
    onDidGrantWorkspaceTrust: (listener: () => void) => {
      current.editor.trusting.push(listener);
      return { dispose: () => undefined };
    },
    get textDocuments() {
      return [...current.editor.documents.values()];
    },
    openTextDocument: async (uri: Uri) => current.editor.documents.get(uri.toString()),
    asRelativePath: (uri: Uri) => uri.fsPath.split(/[\\/]/).at(-1),
    get workspaceFolders() {
      return folders();
    },
    getWorkspaceFolder: ({ fsPath }: Uri) => folders().find(({ uri }) => `${fsPath}/`.startsWith(`${uri.fsPath}/`)),
    getConfiguration: (section: string, scope?: Uri) => ({
      get: (name: string) => {
        const { settings, folderSettings } = current.editor;
        const holder = scope && vscode.workspace.getWorkspaceFolder(scope);
        const ofFolder = holder ? folderSettings[holder.uri.fsPath] : undefined;
        return { ...settings, ...ofFolder }[`${section}.${name}`];
      },
    }),
    onDidChangeConfiguration: () => ({ dispose: () => undefined }),
    findFiles: async () => [],
    applyEdit: async (edit: WorkspaceEdit) => current.editor.applyEdit(edit),
    fs: { isWritableFileSystem: () => true, stat: async (uri: Uri) => current.editor.stat(uri) },
  },
  window: {
    visibleTextEditors: [],
    tabGroups: { all: [], close: async () => true },
    registerWebviewPanelSerializer: (
      _: string,
      serializer: { deserializeWebviewPanel: FakeEditor['restore'] },
    ): { dispose(): void } => {
      current.editor.restore = (panel, state) => serializer.deserializeWebviewPanel(panel, state);
      return { dispose: () => undefined };
    },
    createWebviewPanel: () => {
      const panel = new FakePanel();
      current.editor.pages.push(panel);
      return panel;
    },
    activeTextEditor: undefined,
    showTextDocument: async () => undefined,
    withProgress: async (_: unknown, work: () => Promise<unknown>) => work(),
    showQuickPick: async <T extends { readonly label: string }>(rows: readonly T[]) => current.editor.choose(rows),
    createQuickPick: () => new FakeQuickPick(),
    showErrorMessage: async (text: string) => void current.editor.errors.push(text),
    showInformationMessage: async (text: string) => void current.editor.notices.push(text),
    showWarningMessage: async (text: string) => void current.editor.notices.push(text),
  },
};
