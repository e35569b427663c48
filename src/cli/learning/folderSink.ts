import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type LearnState, packState } from '../../learn/learnState';
import type { LearnSink } from '../../learn/learnJob';
import type { EventBody } from '../../protocol/events';
import { writeAtomically } from '../../run/atomicFile';
import { encodeBlobs } from '../../run/blobFile';
import { saveCheckpoint } from '../../run/checkpoint';
import type { EventLog } from '../../run/eventLog';
import { RunError, writeError } from '../../run/runError';
import type { Run } from '../../run/runFolder';

/** Puts what a run learns into its folder, as long as this process holds it. `watch` sees every event that was logged. */
export function createFolderSink(
  { paths, lost }: Pick<Run, 'paths' | 'lost'>,
  log: EventLog,
  watch: (event: EventBody) => void,
): LearnSink {
  const requireHeld = (): void => {
    if (!lost.aborted) return;
    throw new RunError(`The run folder ${paths.folder} was removed or taken over by another process; this one ends.`);
  };
  return {
    emit: (event) => {
      requireHeld();
      log.append(event);
      watch(event);
    },
    saveCheckpoint: (state: LearnState) => {
      requireHeld();
      return saveCheckpoint(paths.checkpoint, packState(state));
    },
    savePreview: async (name, content) => {
      const path = join(paths.previews, basename(name));
      try {
        await mkdir(paths.previews, { recursive: true });
        await writeFile(path, content);
      } catch (error) {
        throw writeError('a preview', path, error);
      }
    },
    saveScores: (scores) => writeAtomically(paths.scores, encodeBlobs({ arrays: scores, state: null }), 'the scores'),
  };
}
