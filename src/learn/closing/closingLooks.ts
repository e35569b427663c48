import type { Closing } from '../../protocol/closing';
import { lookAtEvidenceImages } from '../evidenceImages/lookAtEvidenceImages';
import { lookAtFamilies } from '../families/lookAtFamilies';
import { closingOf } from '../learnState';
import { lookAtMagnitudes } from '../magnitudes/lookAtMagnitudes';
import { lookAtPairs } from '../pairs/lookAtPairs';
import { lookAtUse } from '../pairs/lookAtUse';
import { createProgressMeter } from '../progressMeter';
import { lookAtTraces } from '../traces/lookAtTraces';
import type { ClosingContext, ClosingLook } from './closingContext';

/** In the order in which they are taken: later ones may read what earlier ones left in `state.closing`. */
const looks: readonly {
  readonly [Part in keyof Closing]: { readonly part: Part; readonly look: ClosingLook<Part> };
}[keyof Closing][] = [
  { part: 'families', look: lookAtFamilies },
  { part: 'magnitudes', look: lookAtMagnitudes },
  { part: 'pairs', look: lookAtPairs },
  { part: 'use', look: lookAtUse },
  { part: 'images', look: lookAtEvidenceImages },
  { part: 'traces', look: lookAtTraces },
];

/**
 * Takes every closing look that was not taken yet, each followed by a checkpoint and an event with all so far: a run that is
 * stopped in between goes on with the next.
 */
export async function takeClosingLooks(context: Omit<ClosingContext, 'onProgress'>): Promise<void> {
  const { job, state } = context;
  const { sink, now, signal } = job;
  if (looks.every(({ part }) => state.closing[part] !== null)) return;
  sink.emit({ type: 'stage', stage: 'closing' });
  const onProgress = createProgressMeter('closing', 'images', { now, emit: sink.emit });
  for (const { part, look } of looks) {
    if (state.closing[part] !== null) continue;
    signal.throwIfAborted();
    const startedAt = now();
    const taken = await look({ ...context, onProgress });
    state.closing = { ...state.closing, [part]: taken };
    state.seconds.measuring += now() - startedAt;
    await sink.saveCheckpoint(state);
    sink.emit({ type: 'closing', closing: closingOf(state) });
  }
}
