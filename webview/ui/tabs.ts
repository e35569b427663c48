import type { Panels } from '@vscode/webview-ui-toolkit';
import { setShown } from '../dom/element';
import { createBadge } from './badge';
import { custom } from './custom';

export interface TabsOptions<Id extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly id: Id; readonly title: string; readonly content: HTMLElement }[];
  onChoose(id: Id): void;
}

/** Tabs over their contents; a tab can carry a count. */
export function createTabs<Id extends string>({
  label,
  tabs,
  onChoose,
}: TabsOptions<Id>): {
  readonly element: HTMLElement;
  update(active: Id, counts: Partial<Record<Id, number>>): void;
} {
  const made = custom('vscode-panels', { 'aria-label': label }) as Panels;
  const heads = tabs.map(({ id, title, content }) => {
    const badge = createBadge();
    const tab = custom('vscode-panel-tab', { id: `tab-${id}` }, title, badge.element);
    made.append(tab, custom('vscode-panel-view', { id: `view-${id}` }, content));
    return { id, tab, badge };
  });
  made.addEventListener('change', () => {
    const chosen = tabs.find(({ id }) => made.activeid === `tab-${id}`);
    if (chosen) onChoose(chosen.id);
  });
  return {
    element: made,
    update: (active, counts) => {
      if (made.activeid !== `tab-${active}`) made.activeid = `tab-${active}`;
      for (const { id, tab, badge } of heads) {
        const count = counts[id] ?? 0;
        // The toolkit names a tab by the text that it began with; its content is the better name.
        tab.removeAttribute('aria-label');
        badge.update(count);
        setShown(badge.element, count > 0);
      }
    },
  };
}
