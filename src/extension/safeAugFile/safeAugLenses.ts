import * as vscode from 'vscode';
import { settings } from '../settings';
import { linksOf } from './links';

/** "Learn Again" and "Show Evidence" above a safe-aug.json; the setting safeAug.codeLens switches them off. */
export function registerSafeAugLenses(): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses: (document) => (settings.codeLens(document.uri) ? lensesOf(document) : []),
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider({ pattern: '**/safe-aug.json', scheme: 'file' }, provider),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('safeAug.codeLens')) changed.fire();
    }),
  );
}

function lensesOf(document: vscode.TextDocument): vscode.CodeLens[] {
  const { data, run } = linksOf(document.getText(), document.uri.fsPath);
  const top = new vscode.Range(0, 0, 0, 0);
  const lenses: vscode.CodeLens[] = [];
  if (data !== null) {
    const title = vscode.l10n.t('$(refresh) Learn Again…');
    lenses.push(new vscode.CodeLens(top, { title, command: 'safeAug.learn', arguments: [vscode.Uri.file(data)] }));
  }
  if (run !== null) {
    const title = vscode.l10n.t('$(graph) Show Evidence');
    lenses.push(new vscode.CodeLens(top, { title, command: 'safeAug.openPanel', arguments: [run] }));
  }
  return lenses;
}
