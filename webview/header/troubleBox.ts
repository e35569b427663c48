import type { PanelAction } from '../../src/protocol/panelMessages';
import { element, setShown, setText } from '../dom/element';
import { icon } from '../dom/icons';
import type { PageActions, PageView, Part } from '../pageView';
import { createButton } from '../ui/button';

/** Says why a run did not end well, and what to do about it; hidden otherwise. */
export function createTroubleBox({ act }: PageActions): Part<PageView> {
  const title = element('h2');
  const text = element('p', { class: 'failure' });
  const kept = element('p', { class: 'quiet' });
  const actions: readonly PanelAction[] = ['resume', 'learn', 'showLog'];
  const buttons = actions.map((action) => ({ action, button: createButton(() => act(action)) }));
  const bar = element('div', { class: 'actions' }, ...buttons.map(({ button }) => button.element));
  const root = element('section', { class: 'trouble' }, icon('error'), element('div', {}, title, text, kept, bar));
  return {
    element: root,
    update: ({ state, words, host }) => {
      const { strings } = words;
      const { phase, run, failure, evaluations } = state;
      setShown(root, phase === 'failed' || phase === 'interrupted');
      root.classList.toggle('failed', phase === 'failed');
      setText(
        title,
        phase === 'interrupted' ? strings.interruptedTitle : run ? strings.failedTitle : strings.failedStart,
      );
      setText(text, failure ?? (phase === 'interrupted' ? strings.interruptedText : ''));
      setText(kept, strings.failedKept);
      setShown(kept, evaluations.length > 0);
      for (const { action, button } of buttons) {
        const starts = action !== 'showLog';
        button.update({
          label: strings[action],
          primary: action === 'resume',
          // Without a beginning there is nothing to go on from.
          shown: action === 'showLog' || (action === 'resume') === (run !== null),
          whyNot: starts && !host.trusted ? strings.whyNotTrusted : null,
        });
      }
    },
  };
}
