import { brokenClasses, picturesPerClass } from '../../src/judge/rules/brokenClasses';
import { presentationsBeforeSafe } from '../../src/judge/rules/enoughTraining';
import { hundredth } from '../../src/judge/words';
import type { Closing } from '../../src/protocol/closing';
import type { Auroc, ClassLabelEvidence, Evidence } from '../../src/protocol/evidence';
import type { PanelRun } from '../../src/protocol/panelState';
import type { FileTest } from '../../src/protocol/result';
import type { JudgedRun, JudgedTransform } from '../model/judgedRun';
import { fill } from './fill';
import { participleOf } from './participles';
import { paperVerdictTitle } from './vocabulary';
import type { Words } from './words';

/** What a sentence speaks of; chooses its icon. */
export type EvidenceTopic = 'seen' | 'labels' | 'files' | 'paper' | 'size' | 'wait';

export interface EvidenceSentence {
  readonly topic: EvidenceTopic;
  readonly text: string;
}

export interface EvidenceContext {
  readonly run: PanelRun;
  readonly judged: JudgedRun;
  readonly fileTests: readonly FileTest[];
  readonly closing: Closing;
}

/** The evidence on one transform in sentences, the deciding ones first. */
export function evidenceSentences(
  transform: JudgedTransform,
  context: EvidenceContext,
  words: Words,
): EvidenceSentence[] {
  const { evidence } = transform;
  if (evidence === null) return [{ topic: 'wait', text: words.strings.notYetMeasured }];
  const about = (topic: EvidenceTopic, texts: readonly string[]): EvidenceSentence[] =>
    texts.map((text) => ({ topic, text }));
  return [
    ...about('seen', [seen(transform.name, evidence, context.judged, words), ...effect(evidence, words)]),
    ...about('wait', standsInTheWay(transform, context, words)),
    ...about('labels', labels(evidence, context.run, words)),
    ...about('labels', exceptions(transform, context, words)),
    ...about('files', [...files(transform, context, words), ...traces(transform, context)]),
    ...about('seen', convergence(transform, words)),
    ...about('paper', paper(transform, evidence, words)),
    ...about('size', size(transform, context.run, words)),
  ];
}

/** Where an interval lies against the threshold, as a sentence. */
export function position({ intervalJudged }: Auroc, threshold: number, { strings, numbers }: Words): string {
  const [low, high] = intervalJudged;
  const sentence =
    high < threshold ? strings.positionBelow : low > threshold ? strings.positionAbove : strings.positionAcross;
  return fill(sentence, numbers.range(intervalJudged, numbers.auroc), numbers.decimal(threshold, 3));
}

function seen(name: string, { alone }: Evidence, { threshold }: JudgedRun, words: Words): string {
  const { strings } = words;
  const told = fill(strings.told, participleOf(name, strings), hundredth(alone.probe.auroc));
  return `${told} ${position(alone.probe, threshold, words)}`;
}

function effect({ alone }: Evidence, { strings, numbers }: Words): string[] {
  if (alone.changed === 0) return [strings.effectNone];
  return alone.changed < 0.995 ? [fill(strings.effectSome, numbers.share(alone.changed))] : [];
}

function standsInTheWay(
  { verdict, reasonCode, findings }: JudgedTransform,
  { judged }: EvidenceContext,
  { strings, numbers }: Words,
): string[] {
  if (verdict !== 'undecided') return [];
  if (findings?.needed) return [findings.needed.sentence];
  switch (reasonCode) {
    case 'too-early':
      return [fill(strings.tooEarly, numbers.count(presentationsBeforeSafe), numbers.count(judged.presentations ?? 0))];
    case 'once-only':
      return [strings.onceOnly];
    case 'not-sensitive':
      return [strings.notSensitive];
    case 'too-few-labels':
      return [fill(strings.tooFewLabels, picturesPerClass)];
    default:
      return [];
  }
}

function labels({ labels: found, clean }: Evidence, { dataset }: PanelRun, { strings, numbers }: Words): string[] {
  if (dataset.task === 'none') return [strings.labelsUnknown];
  if (found === null) return clean === null ? [strings.labelsLater] : [];
  const broken = brokenClasses(found);
  const [low, high] = found.dropInterval95;
  const cost =
    broken.length > 0
      ? strings.labelsCost
      : low > 0
        ? strings.labelsLost
        : high >= 0
          ? strings.labelsEven
          : strings.labelsCost;
  const share = (value: number): string => numbers.share(value);
  return [
    ...broken.map((one) => brokenSentence(one, dataset.classes)),
    fill(strings.labelsKept, share(found.agreement), numbers.range(found.interval95, share)),
    fill(
      cost,
      share(found.clean),
      share(found.transformed),
      numbers.points(found.drop),
      numbers.range(found.dropInterval95, numbers.points),
    ),
  ];

  function brokenSentence(one: ClassLabelEvidence, classes: readonly string[]): string {
    const named = classWords(one, classes, strings.classOutcome);
    const became = one.became ? (classes[one.became.class] ?? String(one.became.class)) : '';
    return fill(
      strings.labelsBroken,
      numbers.count(one.n),
      named,
      numbers.count(one.changed),
      numbers.count(one.became?.count ?? 0),
      became,
    );
  }
}

/** A class by name, with the transform's outcome it was measured on: "6 at 180°". */
export function classWords(
  { class: index, outcome }: Pick<ClassLabelEvidence, 'class' | 'outcome'>,
  classes: readonly string[],
  withOutcome: string,
): string {
  const name = classes[index] ?? String(index);
  return outcome === null ? name : fill(withOutcome, name, outcome);
}

function files({ name }: JudgedTransform, { fileTests }: EvidenceContext, { strings, numbers }: Words): string[] {
  const traces = fileTests.filter((test) => test.fileTrace && test.transform === name);
  if (traces.length === 0) return [];
  const worst = traces.reduce((a, b) => (b.unguarded.auroc > a.unguarded.auroc ? b : a));
  return [fill(strings.fileTrace, numbers.auroc(worst.unguarded.auroc), numbers.auroc(worst.guarded.auroc))];
}

/** Only where a part of the classes breaks: the others may still gain from it. */
function exceptions({ findings }: JudgedTransform, { run }: EvidenceContext, { strings, numbers }: Words): string[] {
  const { classes } = run.dataset;
  const broken = findings?.exceptClasses ?? [];
  if (broken.length === 0 || broken.length === classes.length) return [];
  const named = broken.map((one) => fill(strings.quoted, classes[one] ?? one));
  return [fill(strings.exceptClasses, numbers.list(named), broken.length, classes.length)];
}

function traces({ name }: JudgedTransform, { closing }: EvidenceContext): string[] {
  return (closing.traces ?? []).filter(({ transform }) => transform === name).map(({ sentence }) => sentence);
}

function convergence({ findings, evidence }: JudgedTransform, { strings, numbers }: Words): string[] {
  const found = findings?.convergence;
  if (!found) return [];
  const { slope, training } = found;
  const head = evidence?.alone.head;
  return [
    ...(slope === null
      ? []
      : [fill(slope < 0 ? strings.slopeFell : strings.slopeRose, numbers.decimal(Math.abs(slope), 3))]),
    ...(training && head
      ? [fill(strings.headOnTraining, numbers.auroc(training.auroc), numbers.auroc(head.auroc))]
      : []),
  ];
}

function paper(
  { verdict, paperVerdict }: JudgedTransform,
  { clean, augmented }: Evidence,
  { strings, numbers }: Words,
): string[] {
  if (!clean || !augmented) return [];
  const share = (value: number): string => numbers.share(value);
  const counts = fill(
    strings.paperCounts,
    share(clean.rate),
    numbers.range(clean.interval95, share),
    share(augmented.accuracy),
    share(augmented.trivialAccuracy),
    strings[paperVerdictTitle[paperVerdict]],
  );
  return [verdict === 'shifting' && paperVerdict === 'safe' ? `${counts} ${strings.paperHidden}` : counts];
}

function size({ sizeDependent }: JudgedTransform, { settings }: PanelRun, { strings, numbers }: Words): string[] {
  return sizeDependent ? [fill(strings.sizeDependent, numbers.square(settings.size))] : [];
}
