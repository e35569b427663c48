/**
 * Runs inside the extension host of a real VS Code, beside the installed extension, and asks the editor's own interfaces. Each check
 * throws when it fails; the names of those that passed go to the file in SAFE_AUG_CHECKS.
 */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { commandNames } from '../../../src/extension/commands/commandNames';

const checks: Record<string, () => Promise<void>> = {
  'the extension runs where the workspace is': async () => {
    const extension = vscode.extensions.getExtension('safe-aug.safe-aug');
    assert.equal(extension?.extensionKind, vscode.ExtensionKind.Workspace);
    await extension.activate();
  },

  'every command is registered': async () => {
    const all = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      commandNames.filter((name) => !all.has(`safeAug.${name}`)),
      [],
    );
  },

  'the language-model tool reads the results of the workspace': async () => {
    const tool = vscode.lm.tools.find(({ name }) => name === 'safe-aug_get_safe_set');
    assert.ok(tool?.inputSchema);
    const ask = async (input: object): Promise<string> => {
      const result = await vscode.lm.invokeTool('safe-aug_get_safe_set', { input, toolInvocationToken: undefined });
      const [part] = result.content;
      assert.ok(part instanceof vscode.LanguageModelTextPart);
      return part.value;
    };
    const [answer] = JSON.parse(await ask({})) as { dataset: string; safeSet: { name: string }[] }[];
    assert.equal(answer.dataset, 'eurosat');
    assert.ok(answer.safeSet.some(({ name }) => name === 'HorizontalFlip'));
    assert.match(await ask({ dataset: 'nothing of the kind' }), /no result of Safe Aug/);
  },

  'safe-aug.json has its actions, unless they are switched off': async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const uri = vscode.Uri.joinPath(folder.uri, 'safe-aug.json');
    await vscode.workspace.openTextDocument(uri);
    const lenses = (): Thenable<vscode.CodeLens[]> =>
      vscode.commands.executeCommand('vscode.executeCodeLensProvider', uri, 10);
    assert.deepEqual(
      (await lenses()).map(({ command }) => command?.command),
      ['safeAug.learn', 'safeAug.openPanel'],
    );
    const settings = vscode.workspace.getConfiguration('safeAug');
    await settings.update('codeLens', false, vscode.ConfigurationTarget.Workspace);
    assert.deepEqual(await lenses(), []);
    await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Workspace);
  },

  'a task from tasks.json is a run': async () => {
    const task = (await vscode.tasks.fetchTasks({ type: 'safe-aug' })).find(({ name }) => name === 'learn the tiles');
    assert.ok(task, 'the task is not offered');
    const ended = new Promise<void>((resolve) => {
      vscode.tasks.onDidEndTask(({ execution }) => {
        if (execution.task.name === task.name) resolve();
      });
    });
    await vscode.tasks.executeTask(task);
    await ended;
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const runs = vscode.Uri.joinPath(folder.uri, '.safe-aug', 'runs');
    const names = (await vscode.workspace.fs.readDirectory(runs)).map(([name]) => name).sort();
    const newest = names.findLast((name) => name.endsWith('tiles'));
    assert.ok(newest, `no run on the tiles among ${names.join(', ')}`);
    await vscode.workspace.fs.stat(vscode.Uri.joinPath(runs, newest, 'result.json'));
  },
};

/** What VS Code calls. */
export async function run(): Promise<void> {
  const passed: string[] = [];
  const failed: string[] = [];
  for (const [name, check] of Object.entries(checks)) {
    try {
      await check();
      passed.push(name);
    } catch (error) {
      failed.push(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  writeFileSync(process.env.SAFE_AUG_CHECKS as string, JSON.stringify({ passed, failed }));
}
