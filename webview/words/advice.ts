import { brokenClasses } from '../../src/judge/rules/brokenClasses';
import type { PanelRun } from '../../src/protocol/panelState';
import type { JudgedRun, JudgedTransform } from '../model/judgedRun';
import { fill } from './fill';
import type { Words } from './words';

export interface AdviceContext {
  readonly run: PanelRun;
  readonly judged: JudgedRun;
  /** More evidence is on its way. */
  readonly live: boolean;
}

/** What to do with one transform, in a sentence or two. */
export function advice(transform: JudgedTransform, { run, judged, live }: AdviceContext, words: Words): string {
  const { strings, numbers } = words;
  const { verdict, reasonCode } = transform;
  switch (verdict) {
    case 'safe':
      if (reasonCode === 'no-effect') return strings.adviceNoEffect;
      if (!judged.safeSet.includes(transform.name)) return strings.adviceLeftOut;
      return run.dataset.task === 'none'
        ? strings.adviceSafeUnlabelled
        : fill(strings.adviceSafe, judged.use.subsetSize, numbers.decimal(judged.use.p, 1));
    case 'shifting':
      return strings.adviceShifting;
    case 'harmful':
      return fill(strings.adviceHarmful, brokenNames(transform, run.dataset.classes, words));
    case 'undecided':
      if (live) return strings.adviceWait;
      return undecidedAdvice(reasonCode, words);
  }
}

function undecidedAdvice(reasonCode: JudgedTransform['reasonCode'], { strings }: Words): string {
  switch (reasonCode) {
    case 'too-early':
      return strings.adviceTooEarly;
    case 'once-only':
      return strings.adviceOnceOnly;
    case 'not-sensitive':
      return strings.adviceNotSensitive;
    case 'too-few-labels':
    case 'labels-change':
      return strings.adviceTooFewLabels;
    default:
      return strings.adviceAcross;
  }
}

function brokenNames({ evidence }: JudgedTransform, classes: readonly string[], { strings, numbers }: Words): string {
  const broken = evidence?.labels ? brokenClasses(evidence.labels) : [];
  return numbers.list([...new Set(broken.map((one) => fill(strings.quoted, classes[one.class] ?? one.class)))]);
}
