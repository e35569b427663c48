import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openPanel } from '../../../src/extension/commands/openPanel';
import type { Host } from '../../../src/extension/host';
import { current, FakeEditor } from '../fakeEditor';

vi.mock('vscode', async () => (await import('../fakeEditor')).vscode);

let folder: string;
beforeEach(() => {
  current.editor = new FakeEditor();
  folder = mkdtempSync(join(tmpdir(), 'safe-aug-panel-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const shown: unknown[] = [];
const hostWith = (live: readonly string[]): Host =>
  ({
    panels: { show: async (...given: unknown[]) => void shown.push(given) },
    supervisor: { live: () => live.map((one) => ({ folder: one })) },
  }) as unknown as Host;

it('shows a run that is on this machine, also one that is coming up and has no file yet', async () => {
  const [run, starting] = [join(folder, 'a'), join(folder, 'b')];
  mkdirSync(run);
  writeFileSync(join(run, 'run.json'), '{}');
  await openPanel(hostWith([]), run, 'Blur');
  await openPanel(hostWith([starting]), starting);
  expect(shown).toEqual([
    [run, { transform: 'Blur' }],
    [starting, {}],
  ]);
});

it('says what has become of a run that a safe-aug.json links to and this machine does not have', async () => {
  shown.length = 0;
  await openPanel(hostWith([]), join(folder, '2026-01-02-signs'));
  expect(shown).toEqual([]);
  expect(current.editor.notices).toEqual([
    'The run "2026-01-02-signs" is not on this machine: it was deleted, or made elsewhere. Learn again to have its evidence.',
  ]);
});
