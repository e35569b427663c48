import { panelStrings } from '../../../src/protocol/panelStrings';
import type { PanelRun, PanelState } from '../../../src/protocol/panelState';
import { judgeRun, type JudgedRun, type JudgedTransform } from '../../../webview/model/judgedRun';
import { isLive } from '../../../webview/words/answer';
import { advice } from '../../../webview/words/advice';
import { evidenceSentences } from '../../../webview/words/evidence';
import { createWords } from '../../../webview/words/words';

export const words = createWords(panelStrings, 'en');

/** One transform of a run with what its words are made from. */
export interface Told {
  readonly state: PanelState;
  readonly run: PanelRun;
  readonly judged: JudgedRun;
  readonly transform: JudgedTransform;
}

export function tell(name: string, state: PanelState, threshold = 0.6): Told {
  const judged = judgeRun(state, threshold);
  const transform = judged?.transforms.find((one) => one.name === name);
  if (!judged || !transform || !state.run) throw new Error(`There is no ${name}.`);
  return { state, run: state.run, judged, transform };
}

/** The evidence in words, a sentence a line, with plain spaces. */
export function sentencesOf({ state, run, judged, transform }: Told): string {
  const fileTests = state.evaluations.at(-1)?.fileTests ?? [];
  return evidenceSentences(transform, { run, judged, fileTests, closing: judged.closing }, words)
    .map(({ topic, text }) => `${topic}: ${text}`)
    .join('\n')
    .replaceAll('\u00a0', ' ');
}

export function adviceOf({ state, run, judged, transform }: Told): string {
  return advice(transform, { run, judged, live: isLive(state) }, words).replaceAll('\u00a0', ' ');
}
