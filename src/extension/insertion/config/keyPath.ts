import { message } from '../../words/message';
import { Refusal } from '../../words/refusal';

/** Keys of maps and indices of lists from a document's root to a value. */
export type KeyPath = readonly (string | number)[];

const plain = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u;

/** As people write it: `train.transforms[0].p`; keys with other characters in quotes. */
export function formatKeyPath(path: KeyPath): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    const key = plain.test(part) ? part : JSON.stringify(part);
    return text === '' ? key : `${text}.${key}`;
  }, '');
}

/** Reads what `formatKeyPath` writes. Throws a `Refusal` that says where it cannot be read. */
export function parseKeyPath(text: string): KeyPath {
  const path: (string | number)[] = [];
  const part = /(?:^|\.)(?:([^."[\]\s]+)|("(?:[^"\\]|\\.)*"))|\[(\d+)\]/uy;
  const trimmed = text.trim();
  while (part.lastIndex < trimmed.length) {
    const at = part.lastIndex;
    const found = part.exec(trimmed);
    const key = found && (found[1] ?? unquoted(found[2]));
    if (!found || (key === null && found[3] === undefined)) {
      throw new Refusal(
        message(
          '"{0}" is no key path: write keys with dots between them, as in train.transforms or data[0].augment ({1}).',
          trimmed,
          at + 1,
        ),
      );
    }
    path.push(found[3] === undefined ? key! : Number(found[3]));
  }
  if (path.length === 0) throw new Refusal(message('Write the keys that lead to the value, as in train.transforms.'));
  return path;
}

function unquoted(text: string | undefined): string | null {
  if (text === undefined) return null;
  try {
    return JSON.parse(text) as string;
  } catch {
    return null;
  }
}
