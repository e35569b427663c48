import { beforeEach, expect, it, vi } from 'vitest';
import type { Host } from '../../../src/extension/host';
import { registerLearnTasks } from '../../../src/extension/tasks/learnTask';
import { current, FakeEditor } from '../fakeEditor';

vi.mock('vscode', async () => (await import('../fakeEditor')).vscode);

beforeEach(() => (current.editor = new FakeEditor()));

it('names data sets relative to the folder that has them, whichever of several it is, and others in full', () => {
  current.editor.folders = ['/projects/first', '/projects/second'];
  const recent = ['/projects/second/images/signs', '/projects/first', '/elsewhere/cats'];
  registerLearnTasks({ context: { workspaceState: { get: () => recent } } } as unknown as Host);
  const tasks = current.editor.taskProviders.get('safe-aug')!.provideTasks();
  expect(tasks.map(({ definition, scope }) => [definition.data, (scope as { name?: string }).name])).toEqual([
    ['images/signs', 'second'],
    ['.', 'first'],
    ['/elsewhere/cats', undefined],
  ]);
});
