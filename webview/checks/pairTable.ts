import type { PairEvidence } from '../../src/protocol/closing';
import { element } from '../dom/element';
import { createVerdictBadge } from '../table/verdictBadge';
import { fill } from '../words/fill';
import type { Words } from '../words/words';

/** Every pair in both orders, the best told first; labels have a column where the data has any. */
export function pairTable(pairs: readonly PairEvidence[], words: Words): HTMLElement {
  const { strings } = words;
  const worstFirst = [...pairs].sort((a, b) => b.probe.auroc - a.probe.auroc);
  const isLabelled = pairs.some(({ labels }) => labels !== null);
  const heads = [
    strings.columnPair,
    strings.columnVerdict,
    strings.columnAurocJudged,
    strings.columnPicturesASide,
    ...(isLabelled ? [strings.columnClassKept] : []),
  ];
  return element(
    'table',
    { class: 'plain-table' },
    element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head)))),
    element('tbody', {}, ...worstFirst.map((pair) => pairRow(pair, isLabelled, words))),
  );
}

function pairRow(
  { transforms: [first, second], verdict, probe, n, labels }: PairEvidence,
  isLabelled: boolean,
  words: Words,
): HTMLElement {
  const { strings, numbers } = words;
  const share = (value: number): string => numbers.share(value);
  const badge = createVerdictBadge();
  badge.update(verdict, words);
  const kept =
    labels &&
    fill(strings.shareOf, share(labels.agreement), numbers.range(labels.interval95, share), numbers.count(labels.n));
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
    element('td', { class: 'number' }, numbers.count(n)),
    isLabelled ? element('td', { class: 'number' }, kept ?? '–') : null,
  );
}
