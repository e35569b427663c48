import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until, workspaceFolder } from './workspace';

describe('safe-aug.json', () => {
  const lenses = async (uri: vscode.Uri): Promise<(string | undefined)[]> => {
    const all = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
    return all.map(({ command }) => command?.command);
  };

  it('has its actions, unless they are switched off', async () => {
    const uri = vscode.Uri.joinPath(workspaceFolder(), 'safe-aug.json');
    await vscode.workspace.openTextDocument(uri);
    assert.deepEqual(await lenses(uri), ['safeAug.learn', 'safeAug.openPanel']);
    const settings = vscode.workspace.getConfiguration('safeAug');
    await settings.update('codeLens', false, vscode.ConfigurationTarget.Workspace);
    assert.deepEqual(await lenses(uri), []);
    await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('is held against its schema', async () => {
    const uri = vscode.Uri.joinPath(workspaceFolder(), 'wrong', 'safe-aug.json');
    await vscode.workspace.fs.writeFile(uri, Buffer.from('{ "threshold": "high" }'));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    const complaints = (): string[] => vscode.languages.getDiagnostics(uri).map(({ message }) => message);
    await until('the editor complains about the file', () => complaints().length > 0);
    assert.match(complaints().join('\n'), /Missing property/);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
