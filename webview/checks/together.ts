import type { Closing, PairEvidence } from '../../src/protocol/closing';
import { setChildren } from '../dom/children';
import { element, setShown, setText } from '../dom/element';
import type { Part, RunView } from '../pageView';
import { createVerdictBadge } from '../table/verdictBadge';
import { fill } from '../words/fill';
import type { Words } from '../words/words';

/** Whether safe transforms stay safe side by side: the recommended use, and every pair in both orders. */
export function createTogether(): Part<RunView> {
  const title = element('h3');
  const words = element('ul', { class: 'evidence-list' });
  const box = element('div', { class: 'numbers', tabindex: 0, role: 'region' });
  const section = element('section', {}, title, words, box);
  return {
    element: section,
    update: (view) => {
      const { closing } = view.judged;
      const { pairs, use } = closing;
      const { strings } = view.words;
      setShown(section, pairs !== null || use !== null);
      setText(title, strings.togetherTitle);
      setChildren(
        words,
        sentences(closing, view.words).map((text) => element('li', {}, element('span', {}, text))),
      );
      box.setAttribute('aria-label', strings.togetherTitle);
      setShown(box, pairs !== null && pairs.pairs.length > 0);
      setChildren(box, pairs === null ? [] : [pairTable(pairs.pairs, view.words)]);
    },
  };
}

function sentences({ pairs, use }: Closing, { strings, numbers }: Words): string[] {
  const said: string[] = [];
  if (use !== null) {
    const told = numbers.decimal(100 * use.probe.auroc, 0);
    const named = numbers.list(use.transforms);
    said.push(fill(strings.togetherUse, use.subsetSize, named, numbers.decimal(use.p, 1), told));
  }
  if (pairs !== null && pairs.pairs.length > 0) {
    const unsafe = pairs.pairs.filter(({ verdict }) => verdict !== 'safe').length;
    said.push(
      unsafe === 0
        ? fill(strings.togetherPairs, pairs.pairs.length)
        : fill(strings.togetherUnsafe, unsafe, pairs.pairs.length),
    );
    if (pairs.removed.length > 0) said.push(fill(strings.togetherRemoved, numbers.list(pairs.removed)));
  }
  return said;
}

function pairTable(pairs: readonly PairEvidence[], words: Words): HTMLElement {
  const { strings, numbers } = words;
  const worstFirst = [...pairs].sort((a, b) => b.probe.auroc - a.probe.auroc);
  const heads = [strings.columnPair, strings.columnVerdict, strings.columnAuroc];
  return element(
    'table',
    { class: 'plain-table' },
    element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head)))),
    element(
      'tbody',
      {},
      ...worstFirst.map(({ transforms: [first, second], verdict, probe }) => {
        const badge = createVerdictBadge();
        badge.update(verdict, words);
        return element(
          'tr',
          {},
          element('th', { scope: 'row' }, fill(strings.pairInOrder, first, second)),
          element('td', {}, badge.element),
          element(
            'td',
            { class: 'number' },
            `${numbers.auroc(probe.auroc)} `,
            element('span', { class: 'quiet' }, numbers.range(probe.intervalJudged, numbers.auroc)),
          ),
        );
      }),
    ),
  );
}
