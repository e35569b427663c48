import { doubtfulClasses } from '../../src/judge/trainFirst';
import { settingValue } from '../../src/report/words/magnitudes';
import type { PanelRun } from '../../src/protocol/panelState';
import type { JudgedRun, JudgedTransform } from '../model/judgedRun';
import { fill } from './fill';
import { quotedClasses } from './labels';
import type { Words } from './words';

export interface AdviceContext {
  readonly run: PanelRun;
  readonly judged: JudgedRun;
  /** More evidence is on its way. */
  readonly live: boolean;
}

/** What to do with one transform, in a sentence or a few. */
export function advice(transform: JudgedTransform, { run, judged, live }: AdviceContext, words: Words): string {
  const { strings } = words;
  switch (transform.verdict) {
    case 'safe':
      return safeAdvice(transform, run, judged, words);
    case 'shifting':
      return joined(shiftingAdvice(transform, run, words), milder(transform, judged, words));
    case 'harmful': {
      const named = quotedClasses(transform.exceptClasses, run.dataset.classes, words);
      return joined(fill(strings.adviceHarmful, named), milder(transform, judged, words));
    }
    case 'undecided':
      if (live) return strings.adviceWait;
      return joined(...undecidedAdvice(transform, words), milder(transform, judged, words));
  }
}

/** What seems to break labels is no help early on; a mere suspicion is to be looked at. */
function shiftingAdvice({ evidence }: JudgedTransform, { dataset }: PanelRun, words: Words): string {
  const { strings } = words;
  const { broken, open } = doubtfulClasses(evidence?.labels ?? null);
  const quoted = (classes: readonly number[]): string => quotedClasses(classes, dataset.classes, words);
  if (broken.length > 0) return fill(strings.adviceShiftingDoubt, quoted(broken));
  return joined(strings.adviceShifting, open.length > 0 ? fill(strings.adviceShiftingWatch, quoted(open)) : '');
}

/** A use that is told, or breaks labels, is not recommended, however safe its members are. */
function safeAdvice(
  { name, reasonCode }: JudgedTransform,
  { dataset }: PanelRun,
  { safeSet, closing, use }: JudgedRun,
  { strings, numbers }: Words,
): string {
  if (reasonCode === 'no-effect') return strings.adviceNoEffect;
  if (!safeSet.includes(name)) return strings.adviceLeftOut;
  const { subsetSize, p } = closing.use ?? use;
  const filled = (sentence: string): string => fill(sentence, subsetSize, numbers.decimal(p, 1));
  switch (closing.use?.verdict) {
    case 'shifting':
      return filled(strings.adviceUseShifting);
    case 'harmful':
      return filled(strings.adviceUseHarmful);
    default:
      if (dataset.task === 'none') return strings.adviceSafeUnlabelled;
      return filled(closing.use?.verdict === 'undecided' ? strings.adviceUseUndecided : strings.adviceSafe);
  }
}

/** What to do until it is settled, and what would settle it, where that was worked out. */
function undecidedAdvice({ reasonCode, findings }: JudgedTransform, { strings }: Words): string[] {
  const settles = findings?.needed?.sentence ?? '';
  switch (reasonCode) {
    case 'too-early':
      return [strings.adviceTooEarly, settles];
    case 'once-only':
      return [strings.adviceOnceOnly, settles];
    case 'not-sensitive':
      return [strings.adviceNotSensitive, settles];
    case 'too-few-labels':
      return [strings.adviceTooFewLabels, settles];
    case 'labels-change':
      return [strings.adviceLabelsChange, settles];
    default:
      return [strings.adviceAcross, settles || strings.adviceMoreImages];
  }
}

/** The smaller range in which it is used all the same; before a network has measured its strengths, that there may be one. */
function milder({ name, verdict }: JudgedTransform, { exported, closing }: JudgedRun, { strings }: Words): string {
  const magnitude = closing.magnitudes?.find(({ transform }) => transform === name);
  const value = exported.find((one) => one.name === name)?.value ?? null;
  if (magnitude && value !== null) {
    return fill(strings.adviceMilder, magnitude.setting, settingValue(magnitude, value));
  }
  return verdict === 'undecided' && magnitude?.presentations === 0 ? strings.adviceMilderMaybe : '';
}

function joined(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
