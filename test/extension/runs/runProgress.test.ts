import { describe, expect, it } from 'vitest';
import { runProgress } from '../../../src/extension/runs/runProgress';
import type { EventBody, Progress, RunEvent } from '../../../src/protocol/events';
import { exampleEvents } from '../../fixtures/events';

const log = (...bodies: EventBody[]): RunEvent[] => bodies.map((body, t) => ({ v: 1, t, ...body }));
const started = exampleEvents().find((event) => event.type === 'run-started') as RunEvent;

function progress(stage: Progress['stage'], done: number, total: number | null, etaSeconds: number | null): Progress {
  return { type: 'progress', stage, done, total, unit: 'presentations', imagesPerSecond: 100, etaSeconds };
}

describe('the progress of a run', () => {
  it('is unknown before it has said anything', () => {
    expect(runProgress([])).toEqual({ stage: null, share: null, secondsLeft: null, imagesPerSecond: null });
  });

  it('is that of the stage, and of the training while it measures', () => {
    expect(runProgress(log(progress('prepare', 30, 40, null)))).toMatchObject({ stage: 'prepare', share: 0.75 });
    const events = log(progress('training', 16, 64, 90), { type: 'stage', stage: 'measuring' });
    expect(runProgress(events)).toMatchObject({ stage: 'measuring', share: 0.25, secondsLeft: 90 });
    expect(runProgress(log({ type: 'stage', stage: 'screening' }))).toMatchObject({ stage: 'screening', share: null });
  });

  it('begins anew when the run was resumed', () => {
    const events = [...log(progress('training', 60, 64, 5)), started];
    expect(runProgress(events)).toMatchObject({ stage: null, share: null, secondsLeft: null });
  });

  it('never exceeds the whole', () => {
    expect(runProgress(log(progress('training', 70, 64, 0))).share).toBe(1);
    expect(runProgress(log(progress('training', 70, null, 0))).share).toBeNull();
  });
});
