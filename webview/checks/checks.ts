import { element, setShown, setText } from '../dom/element';
import { createChangeGuard } from '../model/changeGuard';
import type { Part, RunView } from '../pageView';
import { createLookAlikes } from './lookAlikes';
import { createSensitivity } from './sensitivity';
import { createTogether } from './together';

/** Is the answer worth something? What the detector could see, what holds together, and who explains whom away. */
export function createChecks(): Part<RunView> {
  const later = element('p', { class: 'quiet' });
  const sensitivity = createSensitivity();
  const together = createTogether();
  const lookAlikes = createLookAlikes();
  const hasChanged = createChangeGuard();
  return {
    element: element('div', { class: 'checks' }, later, sensitivity.element, together.element, lookAlikes.element),
    update: (view) => {
      const { closing } = view.judged;
      const controls = view.state.evaluations.at(-1)?.controls ?? null;
      if (!hasChanged([closing, controls])) return;
      const { pairs, use, families } = closing;
      setText(later, view.words.strings.checksLater);
      setShown(
        later,
        [controls, pairs, use, families].every((part) => part === null),
      );
      sensitivity.update(view);
      together.update(view);
      lookAlikes.update(view);
    },
  };
}
