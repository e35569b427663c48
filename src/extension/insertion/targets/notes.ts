import { whyEmpty } from '../../../export/safeTransforms';
import { message, type Message } from '../message';
import type { SafeSet } from '../safeSet';

/** What the user of an inserted safe set must know, whatever the file. */
export function notesOf({ members, exported, warnings }: SafeSet): Message[] {
  const empty = members.length === 0 ? [message('{0}', whyEmpty(exported))] : [];
  return [...empty, ...warnings.map((line) => message('{0}', line))];
}
