import { describe, expect, it } from 'vitest';
import { judgedAgain } from '../../../src/extension/runs/judgedResult';
import { rejudge } from '../../../src/judge/rejudge';
import type { Evaluation, RunEvent } from '../../../src/protocol/events';
import type { PanelState } from '../../../src/protocol/panelState';
import { createJudgementCache } from '../../../webview/model/judgementCache';
import { judgeRun } from '../../../webview/model/judgedRun';
import { auroc } from '../../fixtures/evidence';
import { closedResult, emptySafeSetResult, exampleResult, stoppedResult } from '../../fixtures/result';
import { situations, stateAfter, watchedEvents } from '../harness/runs';

describe('judging what the panel holds', () => {
  it('gives the verdicts of the run under the run’s own threshold', () => {
    const judged = judgeRun(situations.finished(), 0.6);
    const expected = Object.fromEntries(exampleResult().transforms.map(({ name, verdict }) => [name, verdict]));
    expect(Object.fromEntries(judged?.transforms.map(({ name, verdict }) => [name, verdict]) ?? [])).toEqual(expected);
    expect(judged?.safeSet).toEqual(exampleResult().safeSet);
    expect(judged?.counts).toEqual({ safe: 4, undecided: 1, shifting: 10, harmful: 0 });
  });

  it.each([0.55, 0.6, 0.7, 0.9])(
    'needs no more than the last evaluations: at %f it says what the whole history says',
    (threshold) => {
      for (const result of [exampleResult(), emptySafeSetResult(), stoppedResult()]) {
        const events = watchedEvents(result);
        const all = events.filter((event): event is RunEvent & Evaluation => event.type === 'evaluation');
        const { task, classes } = result.dataset;
        const { controls } = result.settings;
        const whole = rejudge(all, { rule: 'interval', threshold, controls, task, classes }).at(-1);
        const judged = judgeRun(stateAfter(events, 'finished'), threshold);
        expect(judged?.transforms.map(({ verdict, reasonCode }) => [verdict, reasonCode])).toEqual(
          whole?.map(({ verdict, reasonCode }) => [verdict, reasonCode]),
        );
      }
    },
  );

  it('moves verdicts with the threshold, and never calls more transforms safe under a lower one', () => {
    const safeAt = (threshold: number): number => judgeRun(situations.finished(), threshold)?.counts.safe ?? -1;
    const counts = [0.5, 0.55, 0.6, 0.65, 0.7, 0.9].map(safeAt);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts[0]).toBeLessThan(counts[5]);
  });

  it('lists the transforms before anything was measured, and nothing before the run said which', () => {
    const [started] = watchedEvents(exampleResult());
    const judged = judgeRun(stateAfter([started], 'running'), 0.6);
    expect(judged?.transforms).toHaveLength(15);
    expect(judged?.transforms.every(({ evidence, verdict }) => evidence === null && verdict === 'undecided')).toBe(
      true,
    );
    expect(judged?.presentations).toBeNull();
    expect(judgeRun(situations.starting(), 0.6)).toBeNull();
  });

  it.each([0.52, 0.55, 0.6, 0.7, 0.9])('shows at %f what is written and inserted at it', (threshold) => {
    const result = closedResult();
    const events = watchedEvents(result);
    const evaluations = events.filter((event): event is RunEvent & Evaluation => event.type === 'evaluation');
    const written = judgedAgain(result, evaluations, threshold);
    const judged = judgeRun(stateAfter(events, 'finished', result), threshold);
    expect(judged?.safeSet).toEqual(written.safeSet);
    expect(judged?.use).toEqual(written.use);
    expect(judged?.closing).toEqual(written.closing);
  });

  it('says what an undecided transform needs only under the threshold that this was worked out for', () => {
    const needed = { presentations: 256_000, images: null, sentence: 'Needs about 256,000 presentations.' };
    const state = situations.finished();
    const found = { exceptClasses: [], convergence: null, needed } as unknown as PanelState['findings'][string];
    const { name } = state.run!.transforms[0];
    const neededAt = (threshold: number): unknown =>
      judgeRun({ ...state, findings: { [name]: found } }, threshold)!.transforms[0].findings?.needed;
    expect(neededAt(0.6)).toBe(needed);
    expect(neededAt(0.7)).toBeNull();
  });

  it('is made anew when the closing look comes, which may take transforms out of the safe set', () => {
    const judge = createJudgementCache();
    const state = situations.finished();
    const { closing } = closedResult();
    const removed = judge(state, 0.6)!.safeSet[0];
    const unsafe = closing.pairs!.pairs.map((pair) => ({
      ...pair,
      transforms: [removed, removed] as const,
      probe: auroc(0.99),
    }));
    const closed = { ...state, closing: { ...closing, pairs: { pairs: unsafe, milder: [], removed: [removed] } } };
    expect(judge(closed, 0.6)!.safeSet).not.toContain(removed);
  });

  it('is remembered for the same evidence and threshold, and made anew for others', () => {
    const judge = createJudgementCache();
    const state = situations.finished();
    const same: PanelState = { ...state, elapsedMs: 1 };
    expect(judge(same, 0.6)).toBe(judge(state, 0.6));
    expect(judge(state, 0.65)).not.toBe(judge(state, 0.6));
    expect(judge({ ...state, evaluations: state.evaluations.slice() }, 0.6)).not.toBe(judge(state, 0.6));
  });
});
