import { strengths } from '../../src/report/words/settings';
import { element, setAttribute, setText } from '../dom/element';
import { icon } from '../dom/icons';
import type { JudgedTransform } from '../model/judgedRun';
import type { RunView } from '../pageView';
import { familyTitle } from '../words/vocabulary';
import { accuracyCell, aurocCell, aurocFigureCell, falseAlarmsCell, labelsCell, type Cell } from './cells';
import type { ColumnAxes } from './columnAxes';
import { createThumbnails } from './thumbnails';
import { createVerdictBadge } from './verdictBadge';

/** One transform's row; its cells are made once and rewritten only where something differs. */
export interface Row {
  readonly name: string;
  readonly element: HTMLTableRowElement;
  /** Bears the name, opens the detail, and takes the keyboard's focus. */
  readonly button: HTMLButtonElement;
  update(transform: JudgedTransform, view: RunView, axes: ColumnAxes): void;
}

/** Names come out of files, so ids are made of their places in the pool instead. */
export function createRow(name: string, id: string, onToggle: () => void): Row {
  const subtitle = element('span', { class: 'subtitle quiet' });
  const button = element(
    'button',
    { type: 'button', class: 'row-button', tabindex: -1, 'aria-expanded': 'false' },
    icon('chevron'),
    element('span', { class: 'row-name' }, name),
  );
  const badge = createVerdictBadge();
  const verdictNote = element('span', { class: 'verdict-note quiet' });
  const thumbnails = createThumbnails(name);
  const cells: readonly Cell[] = [aurocCell(), aurocFigureCell(), labelsCell(), falseAlarmsCell(), accuracyCell()];
  const head = element('th', { class: 'name-cell', scope: 'row', role: 'rowheader' }, button, subtitle);
  const root = element(
    'tr',
    { class: 'row', role: 'row' },
    head,
    element('td', { class: 'verdict-cell', role: 'cell' }, badge.element, verdictNote),
    element('td', { class: 'pictures-cell', role: 'cell' }, thumbnails.element),
    ...cells.map((cell) => cell.element),
  );
  // The whole row opens it; the button is for those who do not point.
  root.addEventListener('click', onToggle);
  return {
    name,
    element: root,
    button,
    update: (transform, view, axes) => {
      const isOpen = view.arrangement.open === name;
      setAttribute(button, 'aria-expanded', String(isOpen));
      setAttribute(button, 'aria-controls', isOpen ? id : null);
      root.classList.toggle('open', isOpen);
      setText(subtitle, subtitleOf(transform, view));
      badge.update(transform.verdict, view.words);
      setText(verdictNote, transform.reasonCode === 'no-effect' ? view.words.strings.noEffectHere : '');
      thumbnails.update(view);
      for (const cell of cells) cell.update(transform, view, axes);
    },
  };
}

/** The strengths it was judged with, as far as they are known; else its family, unless the heading above says it. */
function subtitleOf({ params, family }: JudgedTransform, { words, arrangement }: RunView): string {
  const known = strengths({ params });
  return known || (arrangement.groupBy === 'family' ? '' : words.strings[familyTitle[family]]);
}
