import { message, type Message } from '../../words/message';
import type { SafeSet } from '../safeSet';

/** What the user of an inserted safe set must know, whatever the file. */
export function notesOf({ members, judged, warnings }: SafeSet): Message[] {
  const empty = members.length === 0 ? [whyNothing(judged.presentations)] : [];
  return [...empty, ...warnings];
}

function whyNothing(presentations: number): Message {
  return presentations === 0
    ? message(
        'No transform is called safe: the run ended before a trained network was measured. The pipeline is empty.',
      )
    : message('No transform is safe on this data, so the pipeline is empty.');
}
