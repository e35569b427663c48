import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Host } from '../../../src/extension/host';
import type { RunSource } from '../../../src/extension/runSource';
import { RunTerminal } from '../../../src/extension/tasks/runTerminal';
import type { RunPhase } from '../../../src/protocol/panelState';
import { temporaryFolder } from '../../run/temporaryFolder';

vi.mock('vscode', async () => (await import('../fakeEditor')).vscode);

const folder = '/runs/a';

/** A run whose start and phases the test decides. */
class FakeRun {
  readonly stopped: string[] = [];
  readonly ending = new AbortController();
  readonly terminal: RunTerminal;
  views = 0;
  #phase: RunPhase = 'running';
  #started: ((folder: string) => void) | null = null;
  readonly #listeners = new Set<() => void>();

  constructor() {
    const supervisor = {
      start: () => new Promise<string>((resolve) => (this.#started = resolve)),
      watch: async () => this.#view(),
      stop: async (one: string) => void this.stopped.push(one),
    };
    const host = {
      context: { workspaceState: { get: () => [], update: async () => undefined } },
      panels: { show: async () => undefined },
      runs: { refreshNow: async () => undefined, find: async () => undefined },
      supervisor,
    } as unknown as Host;
    const { signal: ending } = this.ending;
    this.terminal = new RunTerminal(host, { data: '/images', project: temporaryFolder(), budget: 'quick', ending });
  }

  async starts(): Promise<void> {
    // Folders are really looked at, and the panel shown, before and after.
    while (this.#started === null) await new Promise((resolve) => setImmediate(resolve));
    this.#started(folder);
    while (this.views === 0) await new Promise((resolve) => setImmediate(resolve));
  }

  becomes(phase: RunPhase): void {
    this.#phase = phase;
    for (const listener of [...this.#listeners]) listener();
  }

  #view(): RunSource {
    this.views++;
    const phaseOf = (): RunPhase => this.#phase;
    return {
      folder,
      failure: null,
      get phase() {
        return phaseOf();
      },
      events: () => [],
      onChange: (listener) => {
        const own = (): void => listener([]);
        this.#listeners.add(own);
        return { dispose: () => this.#listeners.delete(own) };
      },
      dispose: () => void this.views--,
    };
  }
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe('a closed terminal', () => {
  let run: FakeRun;
  beforeEach(() => {
    run = new FakeRun();
    run.terminal.open();
  });

  it.each(['while its run starts', 'while its run learns'])('stops its run, closed %s', async (when) => {
    if (when === 'while its run starts') run.terminal.close();
    await run.starts();
    if (when === 'while its run learns') run.terminal.close();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(run.stopped).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(run.stopped).toEqual([folder]);
    expect(run.views).toBe(0);
  });

  it.each(['while its run starts', 'while its run learns'])(
    'lets it go on when the window ends, closed %s',
    async (when) => {
      if (when === 'while its run starts') run.terminal.close();
      await run.starts();
      if (when === 'while its run learns') run.terminal.close();
      run.ending.abort();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(run.stopped).toEqual([]);
      expect(run.views).toBe(0);
    },
  );

  it('stops nothing that has ended by itself, and nothing that was resumed since', async () => {
    await run.starts();
    run.terminal.close();
    run.becomes('interrupted');
    run.becomes('running');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(run.stopped).toEqual([]);
    expect(run.views).toBe(0);
  });
});
