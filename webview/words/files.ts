import type { Closing } from '../../src/protocol/closing';
import type { PanelRun } from '../../src/protocol/panelState';
import type { FileTest } from '../../src/protocol/result';
import type { JudgedRun, JudgedTransform } from '../model/judgedRun';
import { fill } from './fill';
import { atOwnThreshold } from './ownThreshold';
import type { Words } from './words';

/** A side sees something when its interval is farther than this from 0.5, as the tests themselves count. */
const margin = 0.05;

/** What one test found, as the text that says so. */
export function fileFinding(test: FileTest): 'fileTraceYes' | 'fileTraceStays' | 'fileTraceNo' {
  if (test.fileTrace) return 'fileTraceYes';
  return seenStill(test) ? 'fileTraceStays' : 'fileTraceNo';
}

/** Seen on raw pixels and with the trace hidden, too: in the pictures, or a trace that what hides others does not hide. */
export function seenStill({ unguarded, guarded }: FileTest): boolean {
  return [unguarded, guarded].every(({ interval95: [low] }) => low > 0.5 + margin);
}

interface FileContext {
  readonly run: PanelRun;
  readonly judged: JudgedRun;
  readonly fileTests: readonly FileTest[];
  readonly closing: Closing;
}

/** What the files give away of a transform, and what further steps on both sides hide. */
export function fileSentences(
  { name, verdict }: JudgedTransform,
  { run, judged, fileTests, closing }: FileContext,
  words: Words,
): string[] {
  const { strings } = words;
  const own = run.settings.threshold;
  const ofTransform = fileTests.filter(({ transform }) => transform === name);
  const isSeen = verdict === 'shifting' || verdict === 'harmful';
  return [
    ...worst(
      ofTransform.filter(({ fileTrace }) => fileTrace),
      isSeen ? strings.fileTraceBeside : strings.fileTrace,
      words,
    ),
    ...worst(ofTransform.filter(seenStill), strings.fileSeenStill, words),
    ...(closing.traces ?? [])
      .filter(({ transform }) => transform === name)
      .map(({ sentence }) => atOwnThreshold(sentence, own === judged.threshold ? null : own, words)),
  ];
}

/** The most telling of the tests in a sentence; none without tests. */
function worst(tests: readonly FileTest[], sentence: string, { numbers }: Words): string[] {
  if (tests.length === 0) return [];
  const { unguarded, guarded, n } = tests.reduce((a, b) => (b.unguarded.auroc > a.unguarded.auroc ? b : a));
  return [fill(sentence, numbers.auroc(unguarded.auroc), numbers.auroc(guarded.auroc), numbers.count(n))];
}
