import * as vscode from 'vscode';

const scheme = 'safe-aug-run';

/**
 * A read-only document with what a run says by a threshold (null = its own), in the form of safe-aug.json without paths, so that two
 * runs can be compared.
 */
export function runTextUri(folder: string, threshold: number | null): vscode.Uri {
  const fragment = threshold === null ? '' : String(threshold);
  return vscode.Uri.from({ scheme, path: '/safe-aug.json', query: vscode.Uri.file(folder).toString(), fragment });
}

export function registerRunTexts(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({ query, fragment }) => {
      const { runText } = await import('../onDemand');
      return runText(vscode.Uri.parse(query).fsPath, fragment === '' ? null : Number(fragment));
    },
  });
}
