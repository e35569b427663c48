import type { Magnitude, MagnitudeStep } from '../../src/protocol/closing';
import { settingValue } from '../../src/report/words/magnitudes';
import { element } from '../dom/element';
import { createVerdictBadge } from '../table/verdictBadge';
import type { Words } from '../words/words';

/** Which strengths have which verdict, in words and shapes: colour alone says it to some only. */
export function strengthZones(magnitude: Magnitude, words: Words): HTMLElement[] {
  return runs(magnitude.steps).map((steps) => {
    const badge = createVerdictBadge();
    badge.update(steps[0].verdict, words);
    const [first, last] = [steps[0], steps[steps.length - 1]].map(({ value }) => value);
    const at = (value: number): string => settingValue(magnitude, value);
    const range = first === last ? at(first) : words.numbers.range([first, last], at);
    return element('li', {}, badge.element, ' ', element('span', { class: 'quiet' }, range));
  });
}

/** Neighbouring steps of one verdict. */
function runs(steps: readonly MagnitudeStep[]): MagnitudeStep[][] {
  const found: MagnitudeStep[][] = [];
  for (const step of steps) {
    const open = found.at(-1);
    if (open?.[0].verdict === step.verdict) open.push(step);
    else found.push([step]);
  }
  return found;
}
