import * as vscode from 'vscode';

const key = 'panel.open';

/** Which panels were open, and in which life of the window. */
interface OpenPanels {
  readonly session: string;
  readonly folders: readonly string[];
}

/** Notes the run folders whose panels are open now. */
export function rememberOpenPanels(memento: Pick<vscode.Memento, 'update'>, folders: readonly string[]): void {
  const open: OpenPanels = { session: vscode.env.sessionId, folders };
  void memento.update(key, open);
}

/**
 * The run folders of panels that lost their host, newest last: when the extension host has crashed and come back, the window's tabs
 * are still there, nobody listens to their pages, and nobody brings them back. None after a reload, which does bring them back.
 */
export function orphanedPanels(memento: Pick<vscode.Memento, 'get'>): readonly string[] {
  const open = memento.get<OpenPanels>(key);
  return open?.session === vscode.env.sessionId ? open.folders : [];
}

/** Closes all tabs of panels in this window; `viewType`: the panels'. */
export async function closePanelTabs(viewType: string): Promise<void> {
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    // The editor puts a prefix before the type.
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType));
  await vscode.window.tabGroups.close(tabs, true);
}
