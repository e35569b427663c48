import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { runFolder, runNames } from './workspace';

describe('a task from tasks.json', () => {
  it('is a run', async () => {
    const task = (await vscode.tasks.fetchTasks({ type: 'safe-aug' })).find(({ name }) => name === 'learn the tiles');
    assert.ok(task, 'the task is not offered');
    const ended = new Promise<void>((resolve) => {
      vscode.tasks.onDidEndTask(({ execution }) => {
        if (execution.task.name === task.name) resolve();
      });
    });
    await vscode.tasks.executeTask(task);
    await ended;
    const names = await runNames();
    const newest = names.findLast((name) => name.endsWith('tiles'));
    assert.ok(newest, `no run on the tiles among ${names.join(', ')}`);
    await vscode.workspace.fs.stat(vscode.Uri.joinPath(runFolder(newest), 'result.json'));
  });
});
