import type { EventBody } from '../protocol/events';
import type { Stage } from '../protocol/vocabulary';

/** Seconds between two progress events of a stage. */
const interval = 0.5;

/** Turns "so many done" into progress events with a rate, not more than two a second (and always the last one). */
export function createProgressMeter(
  stage: Stage,
  unit: 'images' | 'presentations',
  { now, emit }: { readonly now: () => number; readonly emit: (event: EventBody) => void },
): (done: number, total: number | null, etaSeconds?: number | null) => void {
  const startedAt = now();
  let firstDone: number | null = null;
  let lastAt = -Infinity;
  return (done, total, etaSeconds = null) => {
    firstDone ??= done;
    const at = now();
    if (at - lastAt < interval && done !== total) return;
    lastAt = at;
    const elapsed = at - startedAt;
    const imagesPerSecond = elapsed > 0 && done > firstDone ? (done - firstDone) / elapsed : null;
    emit({ type: 'progress', stage, done, total, unit, imagesPerSecond, etaSeconds });
  };
}
