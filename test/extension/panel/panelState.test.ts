import { describe, expect, it } from 'vitest';
import type { EventBody, Evaluation, RunEvent } from '../../../src/protocol/events';
import type { PanelState } from '../../../src/protocol/panelState';
import { emptyPanelState, withEvent, withEvents, withResult } from '../../../src/extension/panel/panelState';
import { exampleEvents } from '../../fixtures/events';
import { closedResult } from '../../fixtures/result';

const at = (t: number, body: EventBody): RunEvent => ({ v: 1, t, ...body });
const fold = (bodies: readonly EventBody[], from = emptyPanelState('running', null)): PanelState =>
  bodies.map((body, index) => at(1000 * (index + 1), body)).reduce(withEvent, from);
const evaluations = exampleEvents().filter((event): event is RunEvent & Evaluation => event.type === 'evaluation');
const evaluation = (presentations: number): Evaluation => ({ ...evaluations[1], presentations });
const metrics = (presentations: number, headsLoss: number): EventBody => ({
  type: 'metrics',
  presentations,
  learningRate: 0.05,
  taskLoss: 1,
  headsLoss,
  taskAccuracy: 0.5,
});

describe('the state of a panel', () => {
  it('holds what a whole run said', () => {
    const state = exampleEvents().reduce(withEvent, emptyPanelState('finished', null));
    expect(state.run?.dataset.path).toBe('data/eurosat');
    expect(state.run).not.toHaveProperty('type');
    expect(state.history.map(({ presentations }) => presentations)).toEqual([0, 8000, 16_000, 32_000, 64_000]);
    expect(state.evaluations.map(({ presentations }) => presentations)).toEqual([16_000, 32_000, 64_000]);
    expect(state.metrics.map(({ presentations }) => presentations)).toEqual([8000, 16_000, 32_000, 64_000]);
    expect(Object.keys(state.previews)).toEqual(['HorizontalFlip']);
    expect(state.warnings).toEqual(['Skipped 1 file: train/River/River_17.jpg is truncated.']);
    expect(state.training).toEqual({ done: 64_000, total: 64_000 });
    expect(state.stage).toBe('writing');
  });

  it('holds the evaluations that carried evidence was measured at, and those before, for as long as it is carried', () => {
    const carrying = (presentations: number): Evaluation => ({
      ...evaluation(presentations),
      transforms: evaluations[1].transforms.map((one, i) => (i === 0 ? { ...one, measuredAt: 16_000 } : one)),
    });
    const before = [0, 8000, 16_000].map(evaluation);
    const carried = fold([...before, ...[32_000, 64_000, 128_000, 256_000].map(carrying)]);
    const points = ({ evaluations: held }: PanelState) => held.map(({ presentations }) => presentations);
    expect(points(carried)).toEqual([8000, 16_000, 64_000, 128_000, 256_000]);
    expect(
      carried.evaluations
        .at(-1)
        ?.transforms.map(({ measuredAt }) => measuredAt)
        .slice(0, 2),
    ).toEqual([16_000, undefined]);
    const events = [...before, ...[32_000, 64_000, 128_000, 256_000].map(carrying), evaluation(512_000)];
    expect(points(fold(events))).toEqual([128_000, 256_000, 512_000]);
  });

  it('drops what an earlier end concluded once a resumed run has measured again', () => {
    const ended = withResult(
      exampleEvents(closedResult()).reduce(withEvent, emptyPanelState('finished', null)),
      closedResult(),
    );
    expect(ended.closing.pairs).not.toBeNull();
    const [started] = exampleEvents();
    const resumed = withEvent(ended, started);
    expect(resumed.closing).toBe(ended.closing);
    const measured = withEvent(resumed, at(9e6, evaluation(128_000)));
    expect(measured.closing).toEqual(emptyPanelState('running', null).closing);
    expect(measured.findings).toEqual({});
  });

  it('keeps the strengths that were screened before training, and takes what the result concludes', () => {
    const [magnitude] = closedResult().closing.magnitudes!;
    const screened = { ...emptyPanelState('running', null).closing, magnitudes: [{ ...magnitude, presentations: 0 }] };
    const learning = fold([
      evaluation(0),
      { type: 'closing', closing: screened },
      evaluation(8000),
      evaluation(16_000),
    ]);
    expect(learning.closing).toBe(screened);
    const both = { ...closedResult().closing, magnitudes: [magnitude, { ...magnitude, presentations: 0 }] };
    const again = fold([{ type: 'closing', closing: both }, evaluation(32_000)], learning);
    expect(again.closing).toEqual(screened);
    expect(withResult(learning, closedResult()).closing).toEqual(closedResult().closing);
  });

  it('passes over what is no whole event, reports it, and takes the others', () => {
    const problems: unknown[] = [];
    const torn = { v: 1, t: 1, type: 'evaluation', presentations: 8000 } as unknown as RunEvent;
    const [first, ...others] = exampleEvents();
    const events = [first, torn, ...others];
    const state = withEvents(emptyPanelState('finished', null), events, (error) => problems.push(error));
    expect(problems).toHaveLength(1);
    expect(state.history.map(({ presentations }) => presentations)).toEqual([0, 8000, 16_000, 32_000, 64_000]);
  });

  it('replaces only the parts that an event touches', () => {
    const before = exampleEvents().reduce(withEvent, emptyPanelState('running', null));
    const after = withEvent(before, at(1e6, metrics(70_000, 0.3)));
    const changed = Object.keys(after).filter(
      (key) => after[key as keyof PanelState] !== before[key as keyof PanelState],
    );
    expect(changed.sort()).toEqual(['elapsedMs', 'metrics']);
  });

  it('lets the last evaluation at a count win, and one after a resume supersede what came later', () => {
    const twice = fold([evaluation(0), evaluation(8000), { ...evaluation(8000), taskHead: null }]);
    expect(twice.history.map(({ presentations }) => presentations)).toEqual([0, 8000]);
    expect(twice.history[1].taskAccuracy).toBeNull();
    const resumed = fold([evaluation(0), evaluation(8000), evaluation(16_000), evaluation(8000)]);
    expect(resumed.evaluations.map(({ presentations }) => presentations)).toEqual([0, 8000]);
    expect(resumed.history.map(({ presentations }) => presentations)).toEqual([0, 8000]);
  });

  it('lets metrics of a resumed run overwrite by presentations', () => {
    const state = fold([metrics(1024, 0.4), metrics(2048, 0.39), metrics(3072, 0.38), metrics(2048, 0.2)]);
    expect(state.metrics.map(({ presentations, headsLoss }) => [presentations, headsLoss])).toEqual([
      [1024, 0.4],
      [2048, 0.2],
    ]);
  });

  it('forgets the progress of a stage with the stage, and keeps training’s and the estimate', () => {
    const progress: EventBody = {
      type: 'progress',
      stage: 'training',
      done: 4096,
      total: 64_000,
      unit: 'presentations',
      imagesPerSecond: 381,
      etaSeconds: 150,
    };
    const state = fold([{ type: 'stage', stage: 'training' }, progress, { type: 'stage', stage: 'measuring' }]);
    expect(state.progress).toBeNull();
    expect(state.stage).toBe('measuring');
    expect(state.training).toEqual({ done: 4096, total: 64_000 });
    expect(state.estimate).toEqual({ seconds: 150, elapsedMs: 2000 });
    const measuring = withEvent(state, at(9000, { ...progress, stage: 'measuring', etaSeconds: null }));
    expect(measuring.estimate).toEqual({ seconds: 150, elapsedMs: 2000 });
    expect(measuring.training).toEqual({ done: 4096, total: 64_000 });
  });

  it('keeps what was measured when a run begins again, and drops its old failure', () => {
    const [started] = exampleEvents();
    const failed = fold([evaluation(8000), { type: 'run-failed', message: 'disk full' }]);
    expect(failed.failure).toBe('disk full');
    const again = withEvent(failed, started);
    expect(again.failure).toBeNull();
    expect(again.history).toHaveLength(1);
  });

  it('says a warning once', () => {
    const warning: EventBody = { type: 'warning', message: 'mind the gap' };
    expect(fold([warning, warning]).warnings).toEqual(['mind the gap']);
  });

  it('learns conclusions and the last warnings from the result', () => {
    const result = closedResult();
    const state = withResult(emptyPanelState('finished', null), result);
    const { exceptClasses, convergence, needed } = result.transforms.find(({ name }) => name === 'RandomGamma')!;
    expect(needed).not.toBeNull();
    expect(state.findings['RandomGamma']).toEqual({ exceptClasses, convergence, needed });
    expect(state.warnings).toEqual(result.warnings);
    expect(withResult(state, result).warnings).toEqual(result.warnings);
  });
});
