import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { panelStrings } from '../../../src/protocol/panelStrings';
import type { Delta, PanelHost, Snapshot } from '../../../src/protocol/panelMessages';
import type { PanelState } from '../../../src/protocol/panelState';
import { deltaInterval, PanelFeed } from '../../../src/extension/panel/panelFeed';
import { emptyPanelState } from '../../../src/extension/panel/panelState';

const host: PanelHost = {
  runFolder: '/runs/1',
  fileRoot: 'vscode-resource://runs/1',
  strings: panelStrings,
  language: 'en',
  trusted: true,
};
const start = emptyPanelState('running', null);
const at = (elapsedMs: number): PanelState => ({ ...start, elapsedMs });

let posted: (Snapshot | Delta)[];
let feed: PanelFeed;

beforeEach(() => {
  vi.useFakeTimers();
  posted = [];
  feed = new PanelFeed({ host: () => host, state: start, post: (message) => posted.push(message) });
});
afterEach(() => vi.useRealTimers());

describe('the feed of a page', () => {
  it('says nothing before the page asks, then everything at once', () => {
    feed.update(at(5));
    vi.advanceTimersByTime(1000);
    expect(posted).toEqual([]);
    feed.sendSnapshot();
    expect(posted).toEqual([{ type: 'snapshot', revision: 1, state: at(5), host }]);
  });

  it('sends at most ten deltas a second, and the last state in the end', () => {
    feed.sendSnapshot();
    for (let ms = 1; ms <= 1000; ms++) {
      feed.update(at(ms));
      vi.advanceTimersByTime(1);
    }
    const deltas = posted.length - 1;
    expect(deltas).toBeGreaterThanOrEqual(9);
    expect(deltas).toBeLessThanOrEqual(10);
    vi.advanceTimersByTime(deltaInterval);
    expect(posted.at(-1)).toMatchObject({ type: 'delta', changes: { elapsedMs: 1000 } });
  });

  it('sends a first change at once after a quiet time', () => {
    feed.sendSnapshot();
    vi.advanceTimersByTime(500);
    feed.update(at(1));
    expect(posted).toHaveLength(2);
  });

  it('sends only the parts that changed, numbered one after the other', () => {
    feed.sendSnapshot();
    vi.advanceTimersByTime(deltaInterval);
    feed.update({ ...start, warnings: ['w'], elapsedMs: 3 });
    vi.advanceTimersByTime(deltaInterval);
    feed.update({ ...start, warnings: ['w'], elapsedMs: 3, phase: 'stopping' });
    expect(posted.slice(1)).toEqual([
      { type: 'delta', base: 1, revision: 2, changes: { warnings: ['w'], elapsedMs: 3 } },
      // Another array with the same words is another part.
      { type: 'delta', base: 2, revision: 3, changes: { warnings: ['w'], phase: 'stopping' } },
    ]);
  });

  it('sends nothing when nothing changed', () => {
    feed.sendSnapshot();
    feed.update(start);
    vi.advanceTimersByTime(1000);
    expect(posted).toHaveLength(1);
  });

  it('is silent while the page is hidden, and begins anew with a snapshot', () => {
    feed.sendSnapshot();
    feed.update(at(1));
    feed.pause();
    feed.update(at(2));
    vi.advanceTimersByTime(1000);
    expect(posted).toHaveLength(1);
    feed.sendSnapshot();
    expect(posted.at(-1)).toMatchObject({ type: 'snapshot', revision: 2, state: at(2) });
  });
});
