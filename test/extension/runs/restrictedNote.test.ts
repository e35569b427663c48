import { expect, it, vi } from 'vitest';
import { noteRestrictedMode } from '../../../src/extension/runs/restrictedNote';
import type { RunIndex } from '../../../src/extension/runs/runIndex';
import { current, FakeEditor } from '../fakeEditor';

vi.mock('vscode', async () => (await import('../fakeEditor')).vscode);

it('says why commands are off above the runs of a workspace that is not trusted, until it is', async () => {
  current.editor = new FakeEditor();
  current.editor.isTrusted = false;
  let all: unknown[] = [];
  let listed = (): void => undefined;
  const runs = { all: async () => all, onDidChange: (listener: () => void) => (listed = listener) };
  const tree = { message: '' };
  noteRestrictedMode(tree, runs as unknown as RunIndex);
  listed();
  await Promise.resolve();
  expect(tree.message).toBe('');
  all = [{}];
  listed();
  await vi.waitFor(() => expect(tree.message).toMatch(/^Restricted Mode: runs can be looked at\./));
  current.editor.trust();
  await vi.waitFor(() => expect(tree.message).toBe(''));
});
