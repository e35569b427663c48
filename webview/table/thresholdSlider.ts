import type { Scale } from '../../src/report/charts/scale';
import { thresholdRange } from '../../src/protocol/panelMessages';
import { element, setAttribute, setText } from '../dom/element';
import type { PageActions, RunView } from '../pageView';
import { fill } from '../words/fill';

const { low, high, step } = thresholdRange;
const page = 10 * step;

/** The handle on the threshold line, in the head of its axis: drag it, or use the arrow keys; Home goes back to the run's own. */
export function createThresholdSlider({ tryThreshold, chooseThreshold }: PageActions): {
  readonly element: HTMLElement;
  update(view: RunView, scale: Scale): void;
} {
  const knob = element('div', {
    class: 'knob',
    role: 'slider',
    tabindex: 0,
    'aria-orientation': 'horizontal',
    'aria-valuemin': low,
    'aria-valuemax': high,
  });
  const root = element('div', { class: 'threshold' }, knob, element('div', { class: 'stem' }));
  // Where the handle stands. Keys and moves set it at once: the next one may come before the page is drawn again.
  let value: number = low;
  let own: number = low;
  let axis: Scale | null = null;

  knob.addEventListener('keydown', (event) => {
    const change = changes[event.key];
    if (change === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    value = change === 'own' ? own : onStep(value + change);
    chooseThreshold(change === 'own' ? null : value);
  });
  knob.addEventListener('pointerdown', (down) => {
    down.preventDefault();
    knob.focus();
    knob.setPointerCapture(down.pointerId);
    const move = (event: PointerEvent): void => {
      const box = root.parentElement?.getBoundingClientRect();
      if (!box || !axis) return;
      const [from, to] = axis.domain;
      value = onStep(from + ((event.clientX - box.left) / box.width) * (to - from));
      tryThreshold(value);
    };
    const drop = (): void => {
      knob.removeEventListener('pointermove', move);
      chooseThreshold(value);
    };
    knob.addEventListener('pointermove', move);
    knob.addEventListener('lostpointercapture', drop, { once: true });
  });

  return {
    element: root,
    update: ({ judged, run, words }, scale) => {
      value = judged.threshold;
      own = run.settings.threshold;
      axis = scale;
      // By the paper's rule no threshold decides.
      root.hidden = run.settings.rule !== 'interval';
      root.style.setProperty('left', `${scale.at(value).toFixed(3)}%`);
      const text = words.numbers.decimal(value, 3);
      setText(knob, fill(words.strings.safeBelow, text));
      setAttribute(knob, 'aria-label', words.strings.thresholdLabel);
      setAttribute(knob, 'title', words.strings.thresholdLabel);
      setAttribute(knob, 'aria-valuenow', value.toFixed(3));
      setAttribute(knob, 'aria-valuetext', text);
    },
  };
}

const changes: Readonly<Record<string, number | 'own'>> = {
  ArrowLeft: -step,
  ArrowDown: -step,
  ArrowRight: step,
  ArrowUp: step,
  PageDown: -page,
  PageUp: page,
  Home: 'own',
};

function onStep(value: number): number {
  return Number((Math.round(Math.min(high, Math.max(low, value)) / step) * step).toFixed(3));
}
