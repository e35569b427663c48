import { hundredth } from '../../src/judge/words';
import type { Families } from '../../src/protocol/closing';
import { setChildren } from '../dom/children';
import { element, setShown, setText } from '../dom/element';
import type { Part, RunView } from '../pageView';
import { aurocFigure } from '../words/figures';
import { fill } from '../words/fill';
import { atOwnThreshold } from '../words/ownThreshold';
import { familyTitle } from '../words/vocabulary';
import type { Words } from '../words/words';

const shades = 8;

/** Which transforms explain each other away: families as wholes, where the rules differ, and which head fires on what. */
export function createLookAlikes(): Part<RunView> {
  const title = element('h3');
  const list = element('ul', { class: 'evidence-list' });
  const summary = element('summary');
  const note = element('p', { class: 'quiet' });
  const box = element('div', { class: 'numbers', tabindex: 0, role: 'region' });
  const section = element('section', {}, title, list, element('details', {}, summary, note, box));
  return {
    element: section,
    update: ({ state, run, judged, words }) => {
      const { families } = state.closing;
      const own = run.settings.threshold;
      setShown(section, families !== null);
      if (families === null) return;
      const { strings, numbers } = words;
      setText(title, strings.lookAlikesTitle);
      setChildren(
        list,
        sentences(families, own === judged.threshold ? null : own, words).map((text) =>
          element('li', {}, element('span', {}, text)),
        ),
      );
      setText(summary, strings.confusionTitle);
      setText(note, fill(strings.confusionNote, numbers.count(families.n)));
      box.setAttribute('aria-label', strings.confusionTitle);
      setChildren(box, [confusionTable(families, run.settings.pool, words)]);
    },
  };
}

/** `own`: the threshold by which rules were found to differ, where it is not the present one. */
function sentences({ families, explanations }: Families, own: number | null, words: Words): string[] {
  const { strings } = words;
  const told = families.map(({ family, auroc, n }) => {
    const sentence = fill(strings.lookAlikesFamily, strings[familyTitle[family]], hundredth(auroc.auroc));
    return `${sentence} ${aurocFigure(auroc, n, words)}`;
  });
  const explained = explanations.map(({ sentence }) => atOwnThreshold(sentence, own, words));
  const note = explanations.some(({ reason }) => reason === 'rarely-sure') ? [strings.rarelySure] : [];
  return [...told, ...explained, ...note];
}

function confusionTable({ fires }: Families, pool: readonly string[], { strings, numbers }: Words): HTMLElement {
  return element(
    'table',
    { class: 'confusion' },
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col' }, element('span', { class: 'visually-hidden' }, strings.columnTransform)),
        ...pool.map((name) => element('th', { scope: 'col' }, element('span', {}, name))),
      ),
    ),
    element(
      'tbody',
      {},
      ...pool.map((head, row) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, head),
          ...fires[row].map((rate) =>
            element('td', { class: `heat-${Math.round(shades * rate)}` }, numbers.share(rate, 0)),
          ),
        ),
      ),
    ),
  );
}
