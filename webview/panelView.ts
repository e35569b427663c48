import { createChecks } from './checks/checks';
import { createCurves } from './curves/curves';
import { element, setShown, setText } from './dom/element';
import { createRunFacts } from './facts/runFacts';
import { createAnswerBox } from './header/answerBox';
import { createFactStrip } from './header/factStrip';
import { createHeader } from './header/header';
import { createProgressBar } from './header/progressBar';
import { createTroubleBox } from './header/troubleBox';
import { tabs, type Tab } from './model/arrangement';
import type { PageActions, PageView, Part, RunView } from './pageView';
import { createEvidenceTable } from './table/evidenceTable';
import { createFilters } from './table/filters';
import { createProgressRing } from './ui/progressRing';
import { createTabs } from './ui/tabs';
import { tabTitle } from './words/vocabulary';
import type { Words } from './words/words';

/** The whole page: first the answer, then whether to believe it, then why. */
export interface PanelView {
  readonly element: HTMLElement;
  /** `run` null: the run has not said yet what it looks at. */
  update(page: PageView, run: RunView | null): void;
  reveal(transform: string): void;
}

export function createPanelView(words: Words, actions: PageActions): PanelView {
  const { strings } = words;
  const header = createHeader(actions);
  const progress = createProgressBar(actions);
  const trouble = createTroubleBox(actions);
  const answer = createAnswerBox(actions);
  const facts = createFactStrip();
  const filters = createFilters(words, actions);
  const table = createEvidenceTable(actions);
  const contents: Readonly<Record<Tab, Part<RunView>>> = {
    evidence: {
      element: element('div', {}, filters.element, table.element),
      update: (view) => {
        filters.update(view);
        table.update(view);
      },
    },
    checks: createChecks(),
    curves: createCurves(actions),
    run: createRunFacts(),
  };
  const views = createTabs({
    label: strings.tableLabel,
    tabs: tabs.map((id) => ({ id, title: strings[tabTitle[id]], content: contents[id].element })),
    onChoose: (tab) => actions.arrange({ tab }),
  });
  const beginning = element('h1');
  const waiting = element('p', { class: 'quiet' });
  const ring = createProgressRing(strings.phaseStarting);
  const empty = element('section', { class: 'empty' }, beginning, element('div', {}, ring, waiting));
  const whole = element('div', {}, answer.element, facts.element, views.element);

  return {
    element: element('main', {}, empty, header.element, progress.element, trouble.element, whole),
    update: (page, run) => {
      setShown(empty, run === null);
      setShown(header.element, run !== null);
      setShown(whole, run !== null);
      setText(beginning, strings.emptyTitle);
      setText(waiting, page.live ? strings.emptyStarting : '');
      setShown(ring, page.live);
      progress.update(page);
      trouble.update(page);
      if (run === null) return;
      header.update(run);
      answer.update(run);
      facts.update(run);
      views.update(page.arrangement.tab, { run: page.state.warnings.length });
      contents[page.arrangement.tab].update(run);
    },
    reveal: (transform) => table.reveal(transform),
  };
}
