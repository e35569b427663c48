import { verdictIcon } from '../../src/report/charts/mark';
import type { Verdict } from '../../src/protocol/vocabulary';
import { setDrawing } from '../dom/drawing';
import { element, setText } from '../dom/element';
import { verdictTitle } from '../words/vocabulary';
import type { Words } from '../words/words';

/** A verdict as shape, word and colour, in this order of importance. */
export function createVerdictBadge(): {
  readonly element: HTMLElement;
  update(verdict: Verdict, words: Words): void;
} {
  const shape = element('span', { class: 'badge-shape' });
  const word = element('span');
  const root = element('span', { class: 'verdict-badge' }, shape, word);
  return {
    element: root,
    update: (verdict, { strings }) => {
      root.className = `verdict-badge verdict-${verdict}`;
      setDrawing(shape, verdictIcon(verdict));
      setText(word, strings[verdictTitle[verdict]]);
    },
  };
}
