import * as vscode from 'vscode';
import { judgedResult } from './judgedResult';

const scheme = 'safe-aug-run';

/** A read-only document with what a run says, in the form of safe-aug.json without paths, so that two runs can be compared. */
export function runTextUri(folder: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: '/safe-aug.json', query: vscode.Uri.file(folder).toString() });
}

export function registerRunTexts(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({ query }) => {
      const { exportResult } = await import('../../export/exportResult');
      const folder = vscode.Uri.parse(query).fsPath;
      return exportResult(await judgedResult(folder, null), 'safe-aug', { albumentations: '2.0.8' });
    },
  });
}
