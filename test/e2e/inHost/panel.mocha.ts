import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { runFolder, runNames, until } from './workspace';

/** By it the editor brings panels back after a reload, those of an older version too: it stays as it is. */
const viewType = 'safeAug.panel';

/** Titles of the panels that are open; the editor puts a prefix before their type. */
function panels(): string[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType))
    .map(({ label }) => label);
}

describe('the panel', () => {
  it('opens once for a run, however often it is asked for', async () => {
    const [oldest] = await runNames();
    const { fsPath } = runFolder(oldest);
    await vscode.commands.executeCommand('safeAug.openPanel', fsPath);
    await until('the panel is open', () => panels().length === 1);
    await vscode.commands.executeCommand('safeAug.openPanel', fsPath);
    assert.equal(panels().length, 1);
    assert.match(panels()[0], /eurosat/i);
  });
});
