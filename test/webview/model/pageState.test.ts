import { describe, expect, it } from 'vitest';
import { panelStrings } from '../../../src/protocol/panelStrings';
import { withMessage } from '../../../webview/model/pageState';
import { secondsLeft, stageTrack } from '../../../webview/model/stageTrack';
import { situations } from '../harness/runs';

const host = { runFolder: '/r', fileRoot: 'x:/r', strings: panelStrings, language: 'en', trusted: true };
const snapshot = { type: 'snapshot', revision: 4, state: situations.learning(), host } as const;

describe('what a page knows', () => {
  it('takes a snapshot whatever it knew, and deltas that follow', () => {
    const first = withMessage(null, snapshot);
    if (first === null || first === 'lost') throw new Error('A snapshot was not taken.');
    const next = withMessage(first, { type: 'delta', base: 4, revision: 5, changes: { phase: 'stopping' } });
    expect(next).toMatchObject({ revision: 5, panel: { phase: 'stopping', stage: 'training' } });
  });

  it('is lost when a delta does not follow', () => {
    const delta = { type: 'delta', base: 3, revision: 4, changes: {} } as const;
    expect(withMessage(null, delta)).toBe('lost');
    const first = withMessage(null, snapshot);
    expect(first !== 'lost' && withMessage(first, delta)).toBe('lost');
  });
});

describe('the track of the stages', () => {
  it('fills what is done, and training as far as it is', () => {
    const track = stageTrack(situations.learning());
    expect(track.map(({ step, filled, current }) => [step, filled, current])).toEqual([
      ['read', 1, false],
      ['screen', 1, false],
      ['learn', 41_216 / 64_000, true],
      ['write', 0, false],
    ]);
  });

  it('keeps training’s part while it measures', () => {
    const measuring = stageTrack({ ...situations.learning(), stage: 'measuring', progress: null });
    expect(measuring[2]).toEqual({ step: 'learn', filled: 41_216 / 64_000, current: true });
  });

  it('is empty before the first stage', () => {
    expect(stageTrack(situations.starting()).every(({ filled, current }) => filled === 0 && !current)).toBe(true);
  });

  it('counts an estimate down by what has passed since', () => {
    const state = { ...situations.learning(), estimate: { seconds: 60, elapsedMs: 1000 }, elapsedMs: 21_000 };
    expect(secondsLeft(state)).toBe(40);
    expect(secondsLeft({ ...state, elapsedMs: 1e6 })).toBe(0);
    expect(secondsLeft({ ...state, estimate: null })).toBeNull();
  });
});
