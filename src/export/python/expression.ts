import { wrapped } from './literal';

/** A piece of Python source that can be written on one line or spread over several. */
export type Expression = string | Call | Sequence;

/** `name(positional, key=value)` */
export interface Call {
  readonly call: string;
  readonly positional?: readonly Expression[];
  readonly keywords?: Readonly<Record<string, Expression>>;
}

/** `[a, b]`, each item with the comments that stand above it. */
export interface Sequence {
  readonly items: readonly Item[];
}

export interface Item {
  readonly value: Expression;
  readonly comments?: readonly string[];
}

/** Black's width. */
const width = 88;
const step = '    ';

/**
 * Source text as black leaves it: on one line where it fits, else one argument or item a line with a trailing comma.
 *
 * @param used columns taken on the first line before the expression, and after it
 */
export function printed(expression: Expression, indent = '', used = 0): string {
  const flat = onOneLine(expression);
  if (typeof expression === 'string') return expression;
  if (flat !== null && indent.length + used + flat.length <= width) return flat;
  const [open, close, parts] = spreadOf(expression);
  const inner = indent + step;
  const lines = parts.flatMap(({ comments, prefix, value }) => [
    ...comments.flatMap((comment) => wrapped(comment, width - inner.length - 2)).map((line) => `${inner}# ${line}`),
    `${inner}${prefix}${printed(value, inner, prefix.length + 1)},`,
  ]);
  return [open, ...lines, indent + close].join('\n');
}

interface Part {
  readonly comments: readonly string[];
  /** `key=`, or nothing. */
  readonly prefix: string;
  readonly value: Expression;
}

function spreadOf(expression: Call | Sequence): [open: string, close: string, parts: readonly Part[]] {
  if ('items' in expression) {
    return ['[', ']', expression.items.map(({ value, comments = [] }) => ({ comments, prefix: '', value }))];
  }
  const { call, positional = [], keywords = {} } = expression;
  const parts = [
    ...positional.map((value) => ({ comments: [], prefix: '', value })),
    ...Object.entries(keywords).map(([key, value]) => ({ comments: [], prefix: `${key}=`, value })),
  ];
  return [`${call}(`, ')', parts];
}

/** Null where it cannot be one line: a list of several items reads better one a line, and comments need lines. */
function onOneLine(expression: Expression): string | null {
  if (typeof expression === 'string') return expression;
  if (
    'items' in expression &&
    (expression.items.length > 1 || expression.items.some(({ comments }) => comments?.length))
  ) {
    return null;
  }
  const [open, close, parts] = spreadOf(expression);
  const flat = parts.map(({ prefix, value }) => ({ prefix, text: onOneLine(value) }));
  if (flat.some(({ text }) => text === null)) return null;
  return `${open}${flat.map(({ prefix, text }) => prefix + text).join(', ')}${close}`;
}
