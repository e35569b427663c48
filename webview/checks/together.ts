import { hundredth } from '../../src/judge/words';
import type { Pairs, UseEvidence } from '../../src/protocol/closing';
import { setChildren } from '../dom/children';
import { element, setShown, setText } from '../dom/element';
import type { Part, RunView } from '../pageView';
import { createVerdictBadge } from '../table/verdictBadge';
import { aurocFigure, labelFigure } from '../words/figures';
import { fill } from '../words/fill';
import type { Words } from '../words/words';
import { pairTable } from './pairTable';

/** Whether safe transforms stay safe side by side: the recommended use, and every pair in both orders. */
export function createTogether(): Part<RunView> {
  const title = element('h3');
  const use = element('div', { class: 'use' });
  const list = element('ul', { class: 'evidence-list' });
  const box = element('div', { class: 'numbers', tabindex: 0, role: 'region' });
  const section = element('section', { class: 'together' }, title, use, list, box);
  return {
    element: section,
    update: ({ judged: { closing }, words }) => {
      const { pairs } = closing;
      const { strings } = words;
      setShown(section, pairs !== null || closing.use !== null);
      setText(title, strings.togetherTitle);
      setShown(use, closing.use !== null);
      setChildren(use, closing.use === null ? [] : useParts(closing.use, words));
      setChildren(
        list,
        (pairs === null ? [] : sentences(pairs, words)).map((text) => element('li', {}, element('span', {}, text))),
      );
      box.setAttribute('aria-label', strings.togetherTitle);
      setShown(box, pairs !== null && pairs.pairs.length > 0);
      setChildren(box, pairs === null ? [] : [pairTable(pairs.pairs, words)]);
    },
  };
}

/** The use with its verdict, what it rests on, and why where it is not safe. */
function useParts(use: UseEvidence, words: Words): HTMLElement[] {
  const { strings, numbers } = words;
  const { verdict, reason, transforms, subsetSize, p, probe, labels, n } = use;
  const badge = createVerdictBadge();
  badge.update(verdict, words);
  const named = numbers.list(transforms);
  const told = fill(strings.togetherUse, subsetSize, named, numbers.decimal(p, 1), hundredth(probe.auroc));
  const figures = [aurocFigure(probe, n, words), ...(labels === null ? [] : [labelFigure(labels, words)])];
  return [
    element('p', {}, badge.element, ' ', told),
    element('p', { class: 'quiet' }, figures.join(' ')),
    ...(verdict === 'safe' ? [] : [element('p', {}, reason)]),
  ];
}

function sentences({ pairs, removed }: Pairs, { strings, numbers }: Words): string[] {
  if (pairs.length === 0) return [];
  const unsafe = pairs.filter(({ verdict }) => verdict !== 'safe').length;
  return [
    unsafe === 0 ? fill(strings.togetherPairs, pairs.length) : fill(strings.togetherUnsafe, unsafe, pairs.length),
    ...(removed.length > 0 ? [fill(strings.togetherRemoved, numbers.list(removed))] : []),
  ];
}
