import type { EventBody, RunEvent } from '../../../src/protocol/events';
import { exampleResult } from '../../fixtures/result';
import { watchedEvents } from './runs';

/** A run to be shown live: what was logged when one comes to look at it, and then what each update brings. */
export interface Replay {
  readonly start: readonly RunEvent[];
  readonly updates: readonly (readonly RunEvent[])[];
}

/** Progress and metrics with each update, an evaluation with every tenth; meant for ten updates a second. */
export function replay(count: number): Replay {
  const events = watchedEvents(exampleResult());
  const evaluations = events.filter((event) => event.type === 'evaluation');
  const start = events.slice(0, events.indexOf(evaluations[1]) + 1);
  const updates = Array.from({ length: count }, (_, index): RunEvent[] => {
    const tick = index + 1;
    const presentations = 8000 + 128 * tick;
    const bodies: EventBody[] = [
      {
        type: 'progress',
        stage: 'training',
        done: presentations,
        total: 64_000,
        unit: 'presentations',
        imagesPerSecond: 380 + (tick % 7),
        etaSeconds: 150 - tick / 10,
      },
      {
        type: 'metrics',
        presentations,
        learningRate: 0.05,
        taskLoss: 2 - tick / 60,
        headsLoss: 0.39 - tick / 900,
        taskAccuracy: 0.3 + tick / 150,
      },
    ];
    if (tick % 10 === 0) bodies.push({ ...evaluations[1 + ((tick / 10) % 4)], presentations });
    return bodies.map((body) => ({ v: 1, t: 100_000 + 100 * tick, ...body }));
  });
  return { start, updates };
}
