import type { Message } from '../words/message';
import type { TextEdit } from './textEdit';

/** A place in a document where the safe set can go. */
export interface Place {
  /** Where, in the document's own words: a key path, or the start of a Python statement. */
  readonly label: string;
  /** Counted from 1. */
  readonly line: number;
  /** What will happen there: what is replaced, and what stays. */
  readonly action: Message;
  /** Works the edits out. Throws a `Refusal` when they would break the document. */
  insertion(): Insertion;
}

export interface Insertion {
  /** In the document's order, without overlaps; none when the document says it already. */
  readonly edits: readonly TextEdit[];
  /** What the user must know: what could not be expressed, what was judged at one size only. */
  readonly notes: readonly Message[];
}
