import { element, setAttribute, setText } from '../dom/element';
import { icon } from '../dom/icons';
import type { SortKey } from '../model/arrangement';
import type { PageActions, PageView } from '../pageView';

export interface SortHead {
  readonly element: HTMLTableCellElement;
  update(title: string, view: PageView): void;
}

/** The head of a column that sorts by it; pressed again, the other way round. `extra` stands below the title. */
export function createSortHead(
  key: SortKey,
  className: string,
  { arrange }: PageActions,
  extra: readonly Node[] = [],
): SortHead {
  const title = element('span');
  const ascending = icon('ascending');
  const descending = icon('descending');
  const button = element('button', { type: 'button', class: 'sort-button' }, title, ascending, descending);
  const head = element('th', { class: className, scope: 'col', role: 'columnheader' }, button, ...extra);
  let now = { sort: key, descending: false } as Pick<PageView['arrangement'], 'sort' | 'descending'>;
  button.addEventListener('click', () =>
    arrange({ sort: key, descending: now.sort === key ? !now.descending : false }),
  );
  return {
    element: head,
    update: (text, { arrangement }) => {
      now = arrangement;
      const isSorted = arrangement.sort === key;
      setText(title, text);
      ascending.hidden = !isSorted || arrangement.descending;
      descending.hidden = !isSorted || !arrangement.descending;
      setAttribute(head, 'aria-sort', isSorted ? (arrangement.descending ? 'descending' : 'ascending') : null);
    },
  };
}
