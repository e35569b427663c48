import { setChildren } from '../dom/children';
import { element, setAttribute, setShown, setText } from '../dom/element';
import { createDetail, type Detail } from '../detail/detail';
import { createChangeGuard } from '../model/changeGuard';
import type { JudgedTransform } from '../model/judgedRun';
import { rowGroups } from '../model/rowGroups';
import type { PageActions, Part, RunView } from '../pageView';
import { createButton } from '../ui/button';
import { fill } from '../words/fill';
import { columnAxes } from './columnAxes';
import { createRow, type Row } from './row';
import { createRowGroupBody, type RowGroupBody } from './rowGroupBody';
import { createTableHead } from './tableHead';
import { focusRow, handleRowKeys, makeOnlyStop } from './tableKeys';

export interface EvidenceTable extends Part<RunView> {
  /** Scrolls to a transform's row and puts the focus on it. */
  reveal(name: string): void;
}

const columnClasses = [
  'name-cell',
  'verdict-cell',
  'pictures-cell',
  'auroc-chart-cell',
  'auroc-cell',
  'labels-cell',
  'paper-cell',
  'paper-cell',
];

/** One row for each transform, grouped and sorted, one of them open. Rows and cells live as long as the table. */
export function createEvidenceTable(actions: PageActions): EvidenceTable {
  const head = createTableHead(actions);
  const columns = element('colgroup', {}, ...columnClasses.map((name) => element('col', { class: name })));
  const table = element('table', { class: 'evidence-table', role: 'table' }, columns, head.element);
  const nothing = element('p', { class: 'quiet' });
  const showAll = createButton(() => actions.arrange({ verdicts: [], search: '' }));
  const empty = element('div', { class: 'no-rows' }, nothing, showAll.element);
  const footnote = element('span');
  const paperFootnote = element('span', { class: 'footnote-paper' });
  const notes = element('p', { class: 'quiet footnote' }, footnote, ' ', paperFootnote);
  const keyboardHelp = element('p', { class: 'visually-hidden', id: 'keyboard-help' });
  const hasChanged = createChangeGuard();
  const rows = new Map<string, Row>();
  const bodies = new Map<string, RowGroupBody>();
  let order: readonly Row[] = [];
  let open: string | null = null;
  let detail: Detail | null = null;

  const toggle = (name: string): void => actions.arrange({ open: open === name ? null : name });
  handleRowKeys(table, {
    buttons: () => order.map(({ button }) => button),
    isOpen: (index) => order[index].name === open,
    toggle: (index) => toggle(order[index].name),
    close: () => {
      if (open === null) return;
      const index = order.findIndex(({ name }) => name === open);
      actions.arrange({ open: null });
      if (index !== -1)
        focusRow(
          order.map(({ button }) => button),
          index,
        );
    },
  });

  const rowFor = (name: string): Row => {
    let row = rows.get(name);
    if (!row) {
      row = createRow(name, `detail-${rows.size}`, () => toggle(name));
      rows.set(name, row);
    }
    return row;
  };
  const bodyFor = (key: string): RowGroupBody => {
    let body = bodies.get(key);
    if (!body) {
      body = createRowGroupBody();
      bodies.set(key, body);
    }
    return body;
  };
  const detailFor = (name: string): Detail => {
    if (detail?.name !== name) {
      const index = [...rows.keys()].indexOf(name);
      detail = createDetail(name, `detail-${index}`);
    }
    return detail;
  };

  return {
    element: element('div', { class: 'evidence' }, keyboardHelp, table, empty, notes),
    update: (view) => {
      const { words, judged, settled, arrangement, run, state, live: isLive } = view;
      if (!hasChanged([judged, settled, arrangement, run, state.previews, isLive])) return;
      const { strings, numbers } = words;
      const axes = columnAxes(judged);
      const live = new Map(judged.transforms.map((one) => [one.name, one]));
      open = arrangement.open;
      setAttribute(table, 'aria-label', strings.tableLabel);
      setAttribute(table, 'aria-describedby', 'keyboard-help');
      setText(keyboardHelp, strings.keyboardHelp);
      table.classList.toggle('too-early', judged.tooEarly);
      table.classList.toggle('unlabelled', run.dataset.task === 'none');
      head.update(view, axes);

      const groups = rowGroups(settled.transforms, arrangement);
      order = groups.flatMap((group) => group.rows.map(({ name }) => rowFor(name)));
      for (const row of order) row.update(live.get(row.name) as JudgedTransform, view, axes);
      const shownBodies = groups.map((group) => {
        const body = bodyFor(group.key ?? '');
        body.update(group, view, axes);
        setChildren(body.element, [
          body.heading,
          ...group.rows.flatMap(({ name }) => {
            const row = rowFor(name);
            if (name !== open) return [row.element];
            const opened = detailFor(name);
            opened.update(live.get(name) as JudgedTransform, view, axes);
            return [row.element, opened.element];
          }),
        ]);
        return body.element;
      });
      if (open === null) detail = null;
      setChildren(table, [columns, head.element, ...shownBodies]);
      keepOneStop(order);

      setShown(empty, order.length === 0);
      setText(nothing, strings.nothingShown);
      showAll.update({ label: strings.showAll });
      setText(footnote, fill(strings.footnote, judged.transforms.length, numbers.decimal(judged.threshold, 3)));
      setText(paperFootnote, paperNote(view));
    },
    reveal: (name) => {
      const index = order.findIndex((row) => row.name === name);
      if (index === -1) return;
      focusRow(
        order.map(({ button }) => button),
        index,
      );
      order[index].element.scrollIntoView({ block: 'start' });
    },
  };
}

/** One of the rows shown can be reached by Tab: the one that could before, if it is still there. */
function keepOneStop(order: readonly Row[]): void {
  const buttons = order.map(({ button }) => button);
  makeOnlyStop(
    buttons,
    Math.max(
      0,
      buttons.findIndex((button) => button.tabIndex === 0),
    ),
  );
}

/** The trivial level, once it is known; it differs a little from transform to transform. */
function paperNote({ judged, words: { strings, numbers } }: RunView): string {
  const levels = judged.transforms.flatMap(({ evidence }) => evidence?.augmented?.trivialAccuracy ?? []);
  if (levels.length === 0) return '';
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
  return fill(strings.footnotePaper, numbers.share(mean));
}
