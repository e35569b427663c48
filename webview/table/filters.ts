import { verdictOrder } from '../../src/report/words/verdicts';
import { verdictIcon } from '../../src/report/charts/mark';
import type { Verdict } from '../../src/protocol/vocabulary';
import { setDrawing } from '../dom/drawing';
import { element, setText } from '../dom/element';
import { groupings, sortKeys } from '../model/arrangement';
import type { PageActions, Part, RunView } from '../pageView';
import { createBadge } from '../ui/badge';
import { createDropdown } from '../ui/dropdown';
import { createTextField } from '../ui/textField';
import { createToggleButton } from '../ui/toggleButton';
import { groupingTitle, sortTitle, verdictTitle } from '../words/vocabulary';
import type { Words } from '../words/words';

/** Verdicts to show, each with its count; a search; grouping and order. */
export function createFilters({ strings }: Words, { arrange }: PageActions): Part<RunView> {
  let shown: readonly Verdict[] = [];
  const toggles = verdictOrder.map((verdict) => {
    const shape = element('span', { class: `badge-shape verdict-${verdict}` });
    setDrawing(shape, verdictIcon(verdict));
    const badge = createBadge();
    const word = element('b', { class: 'toggle-word' });
    setText(word, strings[verdictTitle[verdict]]);
    const toggle = createToggleButton([shape, word, badge.element], () =>
      arrange({
        verdicts: shown.includes(verdict) ? shown.filter((one) => one !== verdict) : [...shown, verdict],
      }),
    );
    return { verdict, badge, toggle };
  });
  const search = createTextField(strings.search, (text) => arrange({ search: text }));
  const group = createDropdown({
    id: 'group-by',
    label: strings.groupBy,
    options: groupings.map((value) => ({ value, label: strings[groupingTitle[value]] })),
    onChoose: (groupBy) => arrange({ groupBy }),
  });
  const sort = createDropdown({
    id: 'sort-by',
    label: strings.sortBy,
    options: sortKeys.map((value) => ({ value, label: strings[sortTitle[value]] })),
    onChoose: (key) => arrange({ sort: key, descending: false }),
  });
  const chips = element(
    'div',
    { class: 'toggles', role: 'group', 'aria-label': strings.filterVerdicts },
    ...toggles.map(({ toggle }) => toggle.element),
  );
  return {
    element: element(
      'div',
      { class: 'filters' },
      chips,
      element('div', { class: 'ordering' }, search.element, group.element, sort.element),
    ),
    update: ({ arrangement, judged }) => {
      shown = arrangement.verdicts;
      for (const { verdict, badge, toggle } of toggles) {
        badge.update(judged.counts[verdict]);
        toggle.update(shown.includes(verdict));
      }
      search.update(arrangement.search);
      group.update(arrangement.groupBy);
      sort.update(arrangement.sort);
    },
  };
}
