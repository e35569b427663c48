import { hundredth } from '../../src/judge/words';
import type { Closing } from '../../src/protocol/closing';
import type { Auroc, Evidence } from '../../src/protocol/evidence';
import type { PanelRun } from '../../src/protocol/panelState';
import type { FileTest } from '../../src/protocol/result';
import type { JudgedRun, JudgedTransform } from '../model/judgedRun';
import { convergence } from './convergence';
import { fileSentences } from './files';
import { fill } from './fill';
import { labelSentences } from './labels';
import { participleOf } from './participles';
import { obstacles } from './obstacles';
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
    ...about('wait', obstacles(transform, context, words)),
    ...about('labels', labelSentences(transform, context.run, words)),
    ...about('files', fileSentences(transform, context, words)),
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
