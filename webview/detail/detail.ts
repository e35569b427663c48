import { element, setAttribute, setText } from '../dom/element';
import { createGallery } from '../gallery/gallery';
import type { JudgedTransform } from '../model/judgedRun';
import type { RunView } from '../pageView';
import type { ColumnAxes } from '../table/columnAxes';
import { advice } from '../words/advice';
import { fill } from '../words/fill';
import { createClassTable } from './classTable';
import { createEvidenceList } from './evidenceList';
import { createEvidencePictures } from './evidencePictures';
import { createMagnitude } from './magnitude';
import { createObservers } from './observers';

/** The row below an open transform: words and what to do first, then who can tell it, pictures, and classes. */
export interface Detail {
  readonly name: string;
  readonly element: HTMLTableRowElement;
  update(transform: JudgedTransform, view: RunView, axes: ColumnAxes): void;
}

export function createDetail(name: string, id: string): Detail {
  const wordsTitle = element('h3');
  const adviceTitle = element('h3');
  const adviceText = element('p', { class: 'advice' });
  const evidence = createEvidenceList();
  const observers = createObservers();
  const gallery = createGallery(name);
  const magnitude = createMagnitude(name);
  const evidencePictures = createEvidencePictures(name);
  const classes = createClassTable(id);
  const region = element(
    'div',
    { class: 'detail', id, role: 'region' },
    element(
      'div',
      { class: 'detail-words' },
      element('section', {}, wordsTitle, evidence.element),
      element('section', { class: 'advice-box' }, adviceTitle, adviceText),
      observers.element,
      classes.element,
    ),
    element('div', { class: 'detail-pictures' }, gallery.element, magnitude.element, evidencePictures.element),
  );
  return {
    name,
    element: element('tr', { class: 'detail-row', role: 'row' }, element('td', { colspan: 8, role: 'cell' }, region)),
    update: (transform, view, axes) => {
      const { words, run, judged, state, live } = view;
      setAttribute(region, 'aria-label', fill(words.strings.detailOf, name));
      setText(wordsTitle, words.strings.evidenceInWords);
      setText(adviceTitle, words.strings.whatToDo);
      setText(adviceText, advice(transform, { run, judged, live }, words));
      evidence.update(
        transform,
        { run, judged, fileTests: state.evaluations.at(-1)?.fileTests ?? [], closing: judged.closing },
        words,
      );
      observers.update(transform, axes.auroc, words);
      gallery.update(view);
      magnitude.update(view);
      evidencePictures.update(view);
      classes.update(transform, run, words);
    },
  };
}
