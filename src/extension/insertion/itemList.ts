import { minimal, type TextEdit } from './textEdit';

/** Items of a list in a text, whatever the language: between brackets with commas, or one a line without. */
export interface ItemList {
  /** After the opening bracket; of a list without brackets, where its first item starts. */
  readonly start: number;
  /** At the closing bracket; of a list without brackets, where its last item ends. */
  readonly end: number;
  readonly items: readonly { readonly start: number; readonly end: number }[];
  readonly brackets: boolean;
  /** Whether a list that is spread over lines gets a comma after its last item; one that is there stays. */
  readonly trailingComma: boolean;
  /** Matches a comment where it is tried. */
  readonly comment: 'hash' | 'slashes';
  /** Before an item that starts a line. */
  readonly indent: string;
  /** Before a closing bracket that starts a line. */
  readonly closeIndent: string;
}

export interface ItemChange {
  /** Indices of the items that go. */
  readonly removed: ReadonlySet<number>;
  /** Index of the item in whose stead, or before which, the new ones come. */
  readonly at: number;
  /** Texts of the new items; lines after the first are indented already. */
  readonly added: readonly string[];
}

interface Piece {
  /** From the item before to this one: white space and the comments above it. */
  readonly lead: string;
  readonly comma: boolean;
  /** White space before the comma, and the comment on the same line behind it. */
  readonly beforeComma: string;
  readonly afterComma: string;
  /** The item that stays; null for new ones. */
  readonly kept: { readonly start: number; readonly end: number } | null;
  readonly text: string;
}

const comments = {
  hash: /#[^\n]*/y,
  slashes: /\/\/[^\n]*|\/\*[^]*?\*\//y,
} as const;

/**
 * Edits that take items out of a list and put others in. Items that stay, their commas, the comments beside them and every comment
 * on lines of its own keep their text; the comment beside an item that goes, goes with it.
 */
export function changeItems(text: string, list: ItemList, change: ItemChange): TextEdit[] {
  const { pieces: old, rest: oldRest } = split(text, list);
  const flat = !text.slice(list.start, list.end).includes('\n');
  const explode = list.brackets && flat && change.added.some((item) => item.includes('\n'));
  const { pieces, orphans } = changed(old, list, change, flat);
  const hadTrailing = old.length > 0 ? old[old.length - 1].comma : false;
  const trailing = hadTrailing || (explode && list.trailingComma);
  let rest = explode ? `\n${list.closeIndent}` : oldRest;
  if (orphans !== '') rest = orphans + rest;
  else if (pieces.length === 0) rest = '';

  const edits: TextEdit[] = [];
  let from = list.start;
  let gap = '';
  pieces.forEach((piece, index) => {
    const last = index === pieces.length - 1;
    gap += explode ? `\n${list.indent}` : piece.lead;
    if (piece.kept) {
      edits.push({ start: from, end: piece.kept.start, newText: gap });
      from = piece.kept.end;
      gap = '';
    } else gap += piece.text;
    gap += piece.beforeComma + (list.brackets && (!last || trailing) ? ',' : '') + piece.afterComma;
  });
  edits.push({ start: from, end: list.end, newText: gap + rest });
  return minimal(text, edits);
}

function changed(
  old: readonly Piece[],
  list: ItemList,
  { removed, at, added }: ItemChange,
  flat: boolean,
): { pieces: Piece[]; orphans: string } {
  const pieces: Piece[] = [];
  // Comments above items that are gone stay where they were.
  let orphans = '';
  const fresh = list.brackets && flat ? ' ' : `\n${list.indent}`;
  const push = (piece: Piece): void => {
    const first = pieces.length === 0 && piece.kept !== list.items[0];
    pieces.push({
      ...piece,
      lead: orphans + (first && orphans === '' ? firstLead(piece.lead, old, list, flat) : piece.lead),
    });
    orphans = '';
  };
  for (let index = 0; index <= old.length; index++) {
    const slot = index === at && removed.has(index) && added.length > 0;
    if (index === at) {
      added.forEach((text, nth) =>
        push({
          lead: slot && nth === 0 ? old[index].lead : fresh,
          comma: true,
          beforeComma: '',
          afterComma: '',
          kept: null,
          text,
        }),
      );
    }
    if (index === old.length) break;
    if (!removed.has(index)) push(old[index]);
    else if (!slot) orphans += commentLines(old[index].lead);
  }
  return { pieces, orphans };
}

/** What stands before the item that comes first now. */
function firstLead(lead: string, old: readonly Piece[], { brackets }: ItemList, flat: boolean): string {
  if (!brackets) return lead.trimStart();
  if (flat) return old[0]?.lead ?? '';
  return lead;
}

function commentLines(lead: string): string {
  // Python's backslashes at the end of a line are no comments.
  const lines = lead.slice(0, Math.max(0, lead.lastIndexOf('\n'))).replace(/\\(?=\r?\n|\r?$)/g, '');
  return lines.trim() === '' ? '' : lines.trimEnd();
}

function split(text: string, list: ItemList): { pieces: Piece[]; rest: string } {
  let from = list.start;
  const pieces = list.items.map((kept, index) => {
    const lead = text.slice(from, kept.start);
    const until = list.items[index + 1]?.start ?? list.end;
    const { comma, end } = tail(text, kept.end, until, list);
    from = end;
    const body = text.slice(kept.end, end);
    const at = comma < 0 ? 0 : comma - kept.end;
    return {
      lead,
      comma: comma >= 0,
      beforeComma: body.slice(0, at),
      afterComma: body.slice(comma < 0 ? 0 : at + 1),
      kept,
      text: '',
    };
  });
  return { pieces, rest: text.slice(from, list.end) };
}

/** Where the comma behind an item is (-1 = none), and where what belongs to the item ends: after the comment on the same line. */
function tail(text: string, start: number, until: number, list: ItemList): { comma: number; end: number } {
  const comment = comments[list.comment];
  let comma = -1;
  let end = start;
  let sameLine = true;
  for (let at = start; at < until;) {
    comment.lastIndex = at;
    const found = comment.exec(text);
    if (found) {
      at += found[0].length;
      if (sameLine) end = at;
      continue;
    }
    if (text[at] === ',' && list.brackets && comma < 0) {
      comma = at;
      end = at + 1;
      sameLine = true;
    } else if (text[at] === '\n') {
      sameLine = false;
      if (comma >= 0 || !list.brackets) break;
    }
    at++;
  }
  // The \r of a line ending is no part of a comment.
  return { comma, end: text[end - 1] === '\r' ? end - 1 : end };
}
