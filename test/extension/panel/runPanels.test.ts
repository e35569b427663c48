import { beforeEach, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import { RunPanels } from '../../../src/extension/panel/runPanels';
import type { RunSource } from '../../../src/extension/runSource';
import { current, FakeEditor, FakePanel } from '../fakeEditor';

vi.mock('vscode', async () => (await import('../fakeEditor')).vscode);

beforeEach(() => (current.editor = new FakeEditor()));

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
    onThreshold: () => undefined,
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

/** Panels whose runs are found when the test says so; `open`: how many views of runs are held. */
function panelsOfRuns(): { panels: RunPanels; find: () => void; open: () => number } {
  const waiting: (() => void)[] = [];
  let held = 0;
  const sourceOf = (folder: string): RunSource => {
    held += 1;
    const onChange = () => ({ dispose: () => undefined });
    const dispose = () => void (held -= 1);
    return { folder, phase: 'finished', failure: null, events: () => [], onChange, dispose };
  };
  const panels = new RunPanels({
    extensionUri: current.editor.uri('/extension'),
    openRun: (folder) => new Promise((resolve) => waiting.push(() => resolve(sourceOf(folder)))),
    act: () => undefined,
    onThreshold: () => undefined,
    memento: { get: () => undefined, update: async () => undefined } as unknown as vscode.Memento,
    log: { error: () => undefined },
  });
  return { panels, find: () => waiting.splice(0).forEach((found) => found()), open: () => held };
}

it('opens a run once when it is asked for while its tab is being brought back', async () => {
  const { panels, find, open } = panelsOfRuns();
  const restored = new FakePanel();
  const both = [panels.show('/runs/a'), current.editor.restore(restored, { runFolder: '/runs/a' })];
  find();
  await Promise.all(both);
  expect(open()).toBe(1);
  expect([restored, ...current.editor.pages].filter(({ isDisposed }) => !isDisposed)).toHaveLength(1);
});

it('lets go of a run whose tab was closed while the run was looked for', async () => {
  const { find, open } = panelsOfRuns();
  const restored = new FakePanel();
  const done = current.editor.restore(restored, { runFolder: '/runs/a' });
  restored.dispose();
  find();
  await done;
  expect(open()).toBe(0);
});
