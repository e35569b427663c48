import type { PanelState } from '../../src/protocol/panelState';
import { secondsLeft } from '../model/stageTrack';
import { fill } from './fill';
import { stageTitle } from './vocabulary';
import type { Words } from './words';

/** What the run does now, and the figures that go with it. */
export interface ProgressWords {
  readonly title: string;
  readonly figures: readonly string[];
}

export function progressWords(state: PanelState, { strings, numbers }: Words): ProgressWords {
  const { phase, stage, progress } = state;
  if (phase === 'stopping') return { title: strings.phaseStopping, figures: [] };
  if (stage === null) return { title: strings.phaseStarting, figures: [] };
  const figures: string[] = [];
  if (progress) {
    const { done, total, unit, imagesPerSecond } = progress;
    const sentence = unit === 'images' ? strings.progressImages : strings.progressPresentations;
    figures.push(
      total === null
        ? fill(strings.progressOpenEnd, numbers.count(done))
        : fill(sentence, numbers.count(done), numbers.count(total), numbers.share(total > 0 ? done / total : 0, 0)),
    );
    if (imagesPerSecond !== null) figures.push(fill(strings.rate, numbers.count(Math.round(imagesPerSecond))));
  }
  const left = secondsLeft(state);
  if (left !== null && stage !== 'writing') figures.push(fill(strings.timeLeft, numbers.duration(left)));
  return { title: strings[stageTitle[stage]], figures };
}
