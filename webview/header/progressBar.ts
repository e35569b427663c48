import { element, setAttribute, setShown, setText } from '../dom/element';
import { stageTrack, steps } from '../model/stageTrack';
import type { PageActions, PageView, Part } from '../pageView';
import { createButton } from '../ui/button';
import { progressWords } from '../words/progress';
import { stepTitle } from '../words/vocabulary';

/** Stage, progress, speed, time left, and Stop; hidden when the run has ended. */
export function createProgressBar({ act }: PageActions): Part<PageView> {
  const title = element('strong');
  const figures = element('span', { class: 'figures' });
  const stop = createButton(() => act('stop'));
  const stopNow = createButton(() => act('stopNow'));
  const segments = steps.map((step) => {
    const filled = element('span', { class: 'filled' });
    const name = element('span', { class: 'step-name' });
    const track = element('span', { class: 'track' }, filled);
    return { step, filled, name, element: element('span', { class: `step step-${step}` }, track, name) };
  });
  const bar = element(
    'div',
    { class: 'steps', role: 'progressbar', 'aria-valuemin': 0, 'aria-valuemax': 100 },
    ...segments.map((segment) => segment.element),
  );
  const line = element('p', { class: 'progress-line' }, title, figures);
  const root = element(
    'section',
    { class: 'progress' },
    element('div', { class: 'progress-head' }, line, stop.element, stopNow.element),
    bar,
  );
  return {
    element: root,
    update: ({ state, words, live, host }) => {
      setShown(root, live);
      if (!live) return;
      const { strings } = words;
      const said = progressWords(state, words);
      setText(title, said.title);
      setFigures(figures, said.figures);
      const whyNot = host.trusted ? null : strings.whyNotTrusted;
      stop.update({ label: strings.stop, shown: state.phase === 'running', whyNot });
      stopNow.update({ label: strings.stopNow, shown: state.phase === 'stopping', whyNot });
      const track = stageTrack(state);
      track.forEach(({ step, filled, current }, index) => {
        const segment = segments[index];
        segment.filled.style.setProperty('transform', `scaleX(${filled.toFixed(4)})`);
        segment.element.classList.toggle('current', current);
        setText(segment.name, strings[stepTitle[step]]);
      });
      const done = track.reduce((sum, { filled }) => sum + filled, 0) / track.length;
      root.setAttribute('aria-label', strings.progressLabel);
      bar.setAttribute('aria-label', strings.progressLabel);
      setAttribute(bar, 'aria-valuenow', Math.round(100 * done));
      setAttribute(bar, 'aria-valuetext', [said.title, ...said.figures].join(', '));
    },
  };
}

/** One span a figure, so that lines break between figures only. */
function setFigures(parent: HTMLElement, texts: readonly string[]): void {
  while (parent.children.length > texts.length) parent.lastElementChild?.remove();
  while (parent.children.length < texts.length) parent.append(element('span'));
  texts.forEach((text, index) => setText(parent.children[index], text));
}
