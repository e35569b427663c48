import { element, setShown, setText } from '../dom/element';
import type { PageActions, Part, RunView } from '../pageView';
import { createButton } from '../ui/button';
import { answer, notes, thresholdNote } from '../words/answer';

/** Notes under the answer; the others limit less and are found in the rows. */
const mostNotes = 3;

/** The answer in one sentence, and what limits it. */
export function createAnswerBox({ chooseThreshold }: PageActions): Part<RunView> {
  const sentence = element('p', { class: 'answer' });
  const moved = element('span');
  const reset = createButton(() => chooseThreshold(null));
  const movedLine = element('p', { class: 'threshold-note' }, moved, reset.element);
  const lines = Array.from({ length: mostNotes }, () => element('p', { class: 'quiet' }));
  return {
    element: element('section', { class: 'answer-box' }, sentence, movedLine, ...lines),
    update: ({ state, judged, asRun, words }) => {
      setText(sentence, answer(state, judged, words));
      const note = thresholdNote(judged, asRun, words);
      setShown(movedLine, note !== null);
      setText(moved, note ?? '');
      reset.update({ label: words.strings.resetThreshold });
      const said = notes(state, judged, words);
      lines.forEach((line, index) => {
        setText(line, said[index] ?? '');
        setShown(line, index < said.length);
      });
    },
  };
}
