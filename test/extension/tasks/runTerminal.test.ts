import { expect, it, vi } from 'vitest';
import type { Host } from '../../../src/extension/host';
import { RunTerminal } from '../../../src/extension/tasks/runTerminal';
import { temporaryFolder } from '../../run/temporaryFolder';

vi.mock('vscode', async () => (await import('../fakeEditor')).vscode);

it('stops a run whose terminal was closed while it started', async () => {
  const stopped: string[] = [];
  let started: (folder: string) => void = () => undefined;
  const start = vi.fn(() => new Promise<string>((resolve) => (started = resolve)));
  const host = {
    context: { workspaceState: { get: () => [], update: async () => undefined } },
    panels: { show: async () => undefined },
    supervisor: { start, stop: async (folder: string) => void stopped.push(folder) },
  } as unknown as Host;
  const terminal = new RunTerminal(host, { data: '/images', project: temporaryFolder(), budget: 'quick' });
  terminal.open();
  await vi.waitFor(() => expect(start).toHaveBeenCalled());
  terminal.close();
  started('/runs/a');
  await vi.waitFor(() => expect(stopped).toEqual(['/runs/a']));
});
