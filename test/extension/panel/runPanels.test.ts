import { expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import { RunPanels } from '../../../src/extension/panel/runPanels';

vi.mock('vscode', async () => (await import('../fakeEditor')).vscode);

it('tries every panel that a crash has left behind, also after one whose run is gone', async () => {
  const tried: string[] = [];
  const errors: unknown[] = [];
  const panels = new RunPanels({
    extensionUri: {} as vscode.Uri,
    openRun: async (folder) => {
      tried.push(folder);
      throw new Error(`No run was found in ${folder}.`);
    },
    act: () => undefined,
    memento: {
      get: () => ({ session: 'session', folders: ['/runs/a', '/runs/b'] }),
      update: async () => undefined,
    } as unknown as vscode.Memento,
    log: { error: (...words: unknown[]) => void errors.push(...words) },
  });
  await panels.recover();
  expect(tried).toEqual(['/runs/a', '/runs/b']);
  expect(errors).toEqual([
    'A panel could not be restored: No run was found in /runs/a.',
    'A panel could not be restored: No run was found in /runs/b.',
  ]);
});
