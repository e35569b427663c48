/** A replacement in a text; offsets count UTF-16 units of the text before any edit. */
export interface TextEdit {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly newText: string;
}

/** The text after edits that do not overlap, in any order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, newText } of inOrder(edits)) {
    if (start < at) throw new Error(`Edits overlap at ${start}.`);
    parts.push(text.slice(at, start), newText);
    at = end;
  }
  return parts.join('') + text.slice(at);
}

/**
 * The same change in the text's own line endings and with the fewest characters replaced: what stays is left out of every edit, and
 * an edit that changes nothing is dropped.
 */
export function minimal(text: string, edits: readonly TextEdit[]): TextEdit[] {
  const ending = lineEnding(text);
  return inOrder(edits).flatMap(({ start, end, newText }) => {
    const wanted = newText.replace(/\r?\n/g, ending);
    const old = text.slice(start, end);
    if (wanted === old) return [];
    const shorter = Math.min(old.length, wanted.length);
    let before = 0;
    while (before < shorter && old[before] === wanted[before]) before++;
    // A caret between \r and \n, or between surrogates, is none that an editor knows.
    if (before > 0 && /[\r\uD800-\uDBFF]/.test(old[before - 1])) before--;
    let after = 0;
    while (after < shorter - before && old.at(-1 - after) === wanted.at(-1 - after)) after++;
    if (after > 0 && /[\n\uDC00-\uDFFF]/.test(old.at(-after)!)) after--;
    return [{ start: start + before, end: end - after, newText: wanted.slice(before, wanted.length - after) }];
  });
}

/** The ending that most lines have. */
export function lineEnding(text: string): '\n' | '\r\n' {
  const windows = text.split('\r\n').length - 1;
  const all = text.split('\n').length - 1;
  return windows > all - windows ? '\r\n' : '\n';
}

/** Counted from 1, as editors show it. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}
