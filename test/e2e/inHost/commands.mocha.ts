import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandNames } from '../../../src/extension/commands/commandNames';

describe('the extension', () => {
  it('runs where the workspace is', async () => {
    const extension = vscode.extensions.getExtension('safe-aug.safe-aug');
    assert.equal(extension?.extensionKind, vscode.ExtensionKind.Workspace);
    await extension.activate();
  });

  it('registers every command', async () => {
    const all = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      commandNames.filter((name) => !all.has(`safeAug.${name}`)),
      [],
    );
  });
});
