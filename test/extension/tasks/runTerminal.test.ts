import { afterEach, expect, it, vi } from 'vitest';
import type { Host } from '../../../src/extension/host';
import { RunTerminal } from '../../../src/extension/tasks/runTerminal';
import { temporaryFolder } from '../../run/temporaryFolder';

vi.mock('vscode', async () => (await import('../fakeEditor')).vscode);

afterEach(() => vi.useRealTimers());

/** A terminal that is closed while its run starts, and the runs that were stopped since. */
async function closedWhileStarting(ending: AbortSignal): Promise<string[]> {
  const stopped: string[] = [];
  let started: (folder: string) => void = () => undefined;
  const start = vi.fn(() => new Promise<string>((resolve) => (started = resolve)));
  const host = {
    context: { workspaceState: { get: () => [], update: async () => undefined } },
    panels: { show: async () => undefined },
    supervisor: { start, stop: async (folder: string) => void stopped.push(folder) },
  } as unknown as Host;
  const terminal = new RunTerminal(host, { data: '/images', project: temporaryFolder(), budget: 'quick', ending });
  terminal.open();
  await vi.waitFor(() => expect(start).toHaveBeenCalled());
  terminal.close();
  vi.useFakeTimers();
  started('/runs/a');
  await vi.advanceTimersByTimeAsync(100);
  return stopped;
}

it('stops a run whose terminal was closed while it started', async () => {
  const stopped = await closedWhileStarting(new AbortController().signal);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(stopped).toEqual(['/runs/a']);
});

it('lets a run go on whose terminal was closed because the window is loaded anew', async () => {
  const ending = new AbortController();
  const stopped = await closedWhileStarting(ending.signal);
  ending.abort();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(stopped).toEqual([]);
});
