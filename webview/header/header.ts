import type { PanelAction } from '../../src/protocol/panelMessages';
import { fileName } from '../../src/report/words/fileName';
import { element, setShown, setText } from '../dom/element';
import type { PageActions, PageView, Part, RunView } from '../pageView';
import { createButton, type ButtonView } from '../ui/button';
import { dataFacts } from '../words/facts';

/** What run this is, and what can be done with its result. */
export function createHeader({ act }: PageActions): Part<RunView> {
  const name = element('h1');
  const facts = element('p', { class: 'quiet' });
  const actions: readonly PanelAction[] = ['writeSafeAugFile', 'insertIntoConfig', 'export', 'openReport', 'resume'];
  const buttons = actions.map((action) => ({ action, button: createButton(() => act(action)) }));
  const bar = element('div', { class: 'actions', role: 'group' }, ...buttons.map(({ button }) => button.element));
  const notTrusted = element('p', { class: 'quiet' });
  return {
    element: element('header', { class: 'page-header' }, element('div', {}, name, facts, notTrusted), bar),
    update: (view) => {
      const { strings } = view.words;
      setText(name, fileName(view.run.dataset.path));
      setText(facts, dataFacts(view.run, view.words));
      setText(notTrusted, strings.whyNotTrusted);
      setShown(notTrusted, !view.host.trusted);
      bar.setAttribute('aria-label', strings.actions);
      for (const { action, button } of buttons) button.update(buttonView(action, view));
    },
  };
}

function buttonView(action: PanelAction, view: RunView): ButtonView {
  const { strings } = view.words;
  const primary = action === 'writeSafeAugFile' && view.settled.safeSet.length > 0;
  // A failed or interrupted run offers this where it says what happened.
  const shown = action !== 'resume' || view.state.phase === 'stopped';
  return { label: strings[action], primary, shown, whyNot: whyNot(action, view) };
}

/** A result file is there once the run has ended with something measured. */
function whyNot(action: PanelAction, { state, host, words, live }: PageView): string | null {
  const looks = action === 'openReport' || action === 'export';
  if (!looks && !host.trusted) return words.strings.whyNotTrusted;
  if (live) return words.strings.whyNotEnded;
  const hasResult = state.phase === 'finished' || state.phase === 'stopped';
  return hasResult && state.evaluations.length > 0 ? null : words.strings.answerNothing;
}
