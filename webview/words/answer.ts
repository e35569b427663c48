import { notSeenTogether } from '../../src/judge/pairs/members';
import { presentationsBeforeSafe } from '../../src/judge/rules/enoughTraining';
import { fileName } from '../../src/report/words/fileName';
import { settingValue } from '../../src/report/words/magnitudes';
import type { PanelState } from '../../src/protocol/panelState';
import type { JudgedRun } from '../model/judgedRun';
import { fill } from './fill';
import { verdictWord } from './vocabulary';
import type { Words } from './words';

/** Is the run still to say more? */
export function isLive({ phase }: Pick<PanelState, 'phase'>): boolean {
  return phase === 'starting' || phase === 'running' || phase === 'stopping';
}

/** The panel's first sentence: which transforms may be used on this data. */
export function answer(state: PanelState, judged: JudgedRun, { strings, numbers }: Words): string {
  const { safeSet, transforms, presentations, counts, tooEarly } = judged;
  const total = transforms.length;
  const ruledOut = counts.shifting + counts.harmful;
  const live = isLive(state);
  const data = state.run ? fileName(state.run.dataset.path) : '';
  if (presentations === null) return live ? strings.answerNothingYet : strings.answerNothing;
  if (safeSet.length === 1) {
    return fill(live ? strings.answerOneSafeSoFar : strings.answerOneSafe, total, data, safeSet[0]);
  }
  if (safeSet.length > 1) {
    const sentence = live ? strings.answerSafeSoFar : strings.answerSafe;
    return fill(sentence, safeSet.length, total, data, numbers.list(safeSet));
  }
  if (!tooEarly) return fill(strings.answerNone, total, data);
  if (ruledOut === 0) return strings.answerTooEarly;
  return fill(presentations === 0 ? strings.answerScreened : strings.answerTooEarlyRuledOut, ruledOut, total);
}

/** What limits or qualifies the answer, the most important first. */
export function notes(state: PanelState, judged: JudgedRun, { strings, numbers }: Words): string[] {
  const { run } = state;
  if (run === null || judged.presentations === null) return [];
  const named = (which: (one: JudgedRun['transforms'][number]) => boolean): string[] =>
    judged.transforms.filter(which).map(({ name }) => name);
  const harmful = named(({ verdict }) => verdict === 'harmful');
  const withoutEffect = named(({ reasonCode }) => reasonCode === 'no-effect');
  const sized = named(({ name, sizeDependent }) => sizeDependent && judged.exported.some((one) => one.name === name));
  const planned = state.training?.total ?? run.settings.presentations;
  const ended = !isLive(state) && judged.presentations > 0;
  const unseen = ended ? notSeenTogether(judged.exported, judged.closing.pairs) : [];
  const endedEarly = !isLive(state) && judged.presentations > 0 && judged.presentations < planned;
  const use = judged.closing.use?.verdict ?? 'safe';
  const lines: (string | false)[] = [
    harmful.length === 1 && fill(strings.noteHarmfulOne, harmful[0]),
    harmful.length > 1 && fill(strings.noteHarmful, numbers.list(harmful)),
    use !== 'safe' && fill(use === 'undecided' ? strings.noteUseUndecided : strings.noteUse, strings[verdictWord[use]]),
    endedEarly && fill(strings.noteStopped, numbers.count(judged.presentations), numbers.count(planned)),
    run.dataset.task === 'none' && strings.noteUnlabelled,
    run.settings.rule === 'paper' && strings.notePaperRule,
    judged.presentations === 0 && strings.noteScreening,
    judged.presentations > 0 && judged.tooEarly && fill(strings.noteTooEarly, numbers.count(presentationsBeforeSafe)),
    withoutEffect.length > 0 && fill(strings.noteNoEffect, numbers.list(withoutEffect)),
    milderNote(judged, { strings, numbers }),
    unseen.length > 0 && fill(strings.noteUnseen, numbers.list(unseen)),
    unseen.length === 0 && ended && judged.exported.length > 1 && judged.closing.use === null && strings.noteUseUnseen,
    sized.length > 0 && fill(strings.noteSize, numbers.list(sized), numbers.square(run.settings.size)),
  ];
  return lines.filter((line): line is string => line !== false);
}

/** What an export holds in a smaller range. */
function milderNote(
  { exported, closing: { magnitudes } }: JudgedRun,
  { strings, numbers }: Pick<Words, 'strings' | 'numbers'>,
): string | false {
  const named = exported.flatMap(({ name, value }) => {
    const magnitude = magnitudes?.find(({ transform }) => transform === name);
    if (!magnitude || value === null) return [];
    return [fill(strings.inRange, name, magnitude.setting, settingValue(magnitude, value))];
  });
  return named.length > 0 && fill(strings.noteMilder, numbers.list(named));
}

/** What the user's own threshold changed; null while the run's own is used. */
export function thresholdNote(judged: JudgedRun, asJudgedByRun: JudgedRun, { strings, numbers }: Words): string | null {
  if (judged.threshold === asJudgedByRun.threshold) return null;
  const changed = judged.transforms.filter(({ verdict }, index) => verdict !== asJudgedByRun.transforms[index].verdict);
  return fill(
    strings.noteThreshold,
    numbers.decimal(judged.threshold, 3),
    numbers.decimal(asJudgedByRun.threshold, 2),
    changed.length,
  );
}
