import { clearestTests, fileFinding } from '../../src/judge/fileFinding';
import type { Closing } from '../../src/protocol/closing';
import type { PanelRun } from '../../src/protocol/panelState';
import type { FileTest } from '../../src/protocol/result';
import type { JudgedRun, JudgedTransform } from '../model/judgedRun';
import { fileTestFigure, traceFigure } from './figures';
import { atOwnThreshold } from './ownThreshold';
import type { Words } from './words';

/** What one test found, for the table of all tests. */
export function findingWords(test: FileTest, { strings }: Words): string {
  const found = { hidden: strings.fileTraceYes, stays: strings.fileTraceStays, none: strings.fileTraceNo };
  return found[fileFinding(test)];
}

interface FileContext {
  readonly run: PanelRun;
  readonly judged: JudgedRun;
  readonly fileTests: readonly FileTest[];
  readonly closing: Closing;
}

/** What the files give away of a transform, and what further steps on both sides hide; each with its figures. */
export function fileSentences(transform: JudgedTransform, context: FileContext, words: Words): string[] {
  const { run, judged, fileTests, closing } = context;
  const own = run.settings.threshold;
  return [
    ...clearestTests(fileTests.filter((test) => test.transform === transform.name)).map(({ finding, test }) =>
      [
        ...(finding === 'stays' ? staying(transform, run, words) : hidden(transform, run, words)),
        fileTestFigure(test, run.settings.size, words),
      ].join(' '),
    ),
    ...(closing.traces ?? [])
      .filter((probe) => probe.transform === transform.name)
      .map((probe) => {
        const sentence = atOwnThreshold(probe.sentence, own === judged.threshold ? null : own, words);
        return `${sentence} ${traceFigure(probe, words)}`;
      }),
  ];
}

function hidden({ verdict }: JudgedTransform, { settings }: PanelRun, { strings }: Words): string[] {
  const isSeen = verdict === 'shifting' || verdict === 'harmful';
  const found = isSeen ? strings.fileTraceBeside : strings.fileTrace;
  if (settings.guard === 0) return [found, strings.fileUnguarded];
  return [found, isSeen ? strings.fileGuarded : strings.fileJudgesNothing];
}

/** Only orientations have a closing look that shifts both sides. */
function staying({ family }: JudgedTransform, { settings }: PanelRun, { strings }: Words): string[] {
  return [
    strings.fileSeenStill,
    ...(settings.guard === 0 ? [strings.fileUnguarded] : []),
    ...(family === 'orientation' ? [strings.fileShiftTells] : []),
  ];
}
