import { element, setText } from '../dom/element';
import type { Part, RunView } from '../pageView';
import { facts } from '../words/facts';

const factCount = 4;

/** May it be believed? The run, its device, its task head and what the files would have given away. */
export function createFactStrip(): Part<RunView> {
  const cells = Array.from({ length: factCount }, () => ({
    title: element('dt', { class: 'quiet' }),
    value: element('dd'),
    note: element('dd', { class: 'quiet fact-note' }),
  }));
  return {
    element: element(
      'dl',
      { class: 'facts' },
      ...cells.map(({ title, value, note }) => element('div', {}, title, value, note)),
    ),
    update: ({ state, run, judged, words }) => {
      facts(state, run, judged, words).forEach((fact, index) => {
        setText(cells[index].title, fact.title);
        setText(cells[index].value, fact.value);
        setText(cells[index].note, fact.note);
      });
    },
  };
}
