import type { Verdict } from '../../protocol/vocabulary';
import { element } from './svg';

/** What a mark can stand for: a verdict, or a figure that decides nothing. */
export type MarkKind = Verdict | 'plain';

/** Outlines around the origin. Each verdict has a shape of its own, so that no difference rests on colour alone. */
const shapes: Readonly<Record<MarkKind, string>> = {
  safe: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z',
  undecided: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z',
  shifting: 'M-4 -5L5.5 0L-4 5z',
  harmful: 'M-4.5 -4.5h9v9h-9z',
  plain: 'M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z',
};

/** The mark of a verdict, centred on `x`, `y` (percentages or pixels). */
export function mark(kind: MarkKind, x: string | number, y: string | number): string {
  return element(
    'svg',
    { x, y, overflow: 'visible' },
    element('path', { class: `mark mark-${kind}`, d: shapes[kind] }),
  );
}

/** What is drawn over the shape in a badge: a tick, a question mark, nothing (the triangle points already), a cross. */
const signs: Readonly<Record<Verdict, string | null>> = {
  safe: 'M-3 0.2L-0.9 2.4L3.2 -2.2',
  undecided: 'M-1.7 -1.4a1.8 1.8 0 1 1 2.6 1.6c-0.7 0.4 -0.9 0.7 -0.9 1.2M0 3.1v0.1',
  shifting: null,
  harmful: 'M-2.3 -2.3L2.3 2.3M-2.3 2.3L2.3 -2.3',
};

/** The 16-pixel icon of a verdict, to stand before its word; hidden from assistive technology, since the word says it. */
export function verdictIcon(verdict: Verdict): string {
  const shape = element('path', { class: `mark mark-${verdict}`, d: shapes[verdict], transform: 'scale(1.4)' });
  const sign = signs[verdict] ? element('path', { class: `sign sign-${verdict}`, d: signs[verdict] }) : '';
  return element(
    'svg',
    { class: 'verdict-icon', width: 16, height: 16, viewBox: '-8.5 -8.5 17 17', 'aria-hidden': 'true' },
    shape + sign,
  );
}
