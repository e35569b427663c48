import { beforeEach, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { registerSafeAugLenses } from '../../src/extension/safeAugFile/safeAugLenses';
import { settings } from '../../src/extension/settings';
import { createNodeFinder } from '../../src/extension/userNode';
import { current, FakeEditor } from './fakeEditor';

vi.mock('vscode', async () => (await import('./fakeEditor')).vscode);

beforeEach(() => {
  current.editor = new FakeEditor();
  current.editor.folders = ['/projects/first', '/projects/second'];
  current.editor.settings = { 'safeAug.defaultBudget': 'standard', 'safeAug.threads': 4 };
  current.editor.folderSettings = {
    '/projects/second': { 'safeAug.defaultBudget': 'paper', 'safeAug.threads': 1, 'safeAug.codeLens': false },
  };
});

it('each folder of a workspace has its own settings', () => {
  const of = (path: string): vscode.Uri => vscode.Uri.file(path);
  expect(settings.defaultBudget(of('/projects/first/cats'))).toBe('standard');
  expect(settings.defaultBudget(of('/projects/second/cats'))).toBe('paper');
  expect(settings.threads(of('/projects/first'))).toBe(4);
  expect(settings.threads(of('/projects/second'))).toBe(1);
});

it('each folder of a workspace has the Node of its own setting', async () => {
  current.editor.settings = { 'safeAug.nodePath': '/nowhere/node' };
  current.editor.folderSettings = { '/projects/second': { 'safeAug.nodePath': process.execPath } };
  const findNode = createNodeFinder();
  expect((await findNode('/projects/second/cats')).path).toBe(process.execPath);
  await expect(findNode('/projects/first/cats')).rejects.toThrow('/nowhere/node');
  await expect(findNode()).rejects.toThrow('/nowhere/node');

  current.editor.folders = ['/projects/second', '/projects/first'];
  expect((await findNode()).path).toBe(process.execPath);
  expect((await findNode('/mnt/pictures')).path).toBe(process.execPath);
});

it('actions above safe-aug.json can be switched off for one folder alone', () => {
  registerSafeAugLenses();
  const [lenses] = current.editor.lensProviders;
  const shown = (folder: string): number =>
    lenses.provideCodeLenses(current.editor.open(`${folder}/safe-aug.json`, '{"run":"x"}')).length;
  expect(shown('/projects/first')).toBe(1);
  expect(shown('/projects/second')).toBe(0);
});
