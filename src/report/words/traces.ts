import { clearestTests } from '../../judge/fileFinding';
import type { FileTest, Result, TransformResult } from '../../protocol/result';
import { auroc, plural, range } from './numbers';

/** What lies in the files rather than in the pictures: tests before training, and the closing probes. */
export function tracesInWords(transform: TransformResult, result: Result): string[] {
  return [...fileTraces(transform, result), ...traceProbes(transform, result)];
}

/** By the test that tells it most clearly; all of them are in the table of the data. */
function fileTraces({ name, family, verdict }: TransformResult, { fileTests, settings }: Result): string[] {
  const [found] = clearestTests(fileTests.filter(({ transform }) => transform === name));
  if (found === undefined) return [];
  const told = figure(found.test, settings.size);
  const unguarded = settings.guard === 0 ? ['The guard was off: its verdict may rest on this.'] : [];
  if (found.finding === 'stays') {
    const what =
      'A test of the files sees it with the trace hidden, too, in the pictures or in a trace that stays behind the guard; a detector could go by either';
    const look =
      'Where the detector does tell it, the closing look that shifts both sides by half a pixel says whether by such a trace.';
    return [[`${what}: ${told}.`, ...unguarded, ...(family === 'orientation' ? [look] : [])].join(' ')];
  }
  if (unguarded.length > 0) return [[`The files give it away: ${told}.`, ...unguarded].join(' ')];
  // The files alone only where the detector, which they are hidden from, is known not to see it.
  const what =
    verdict === 'safe'
      ? 'The files give it away, not the pictures'
      : 'A part of what is seen without the guard is in the file alone';
  return [`${what}: ${told}. No verdict rests on such a trace.`];
}

function figure({ name, channel, unguarded, guarded, n }: FileTest, size: number): string {
  const withInterval = ({ auroc: value, interval95 }: FileTest['guarded']): string =>
    `${auroc(value)} (${range(interval95, auroc)})`;
  return `${name} of ${channel}, AUROC ${withInterval(unguarded)} as read at ${size} px without the guard and ${withInterval(guarded)} with the trace hidden on both sides (95 % intervals, ${plural(n, 'picture')} a side)`;
}

/** They take fewer pictures than verdicts do, so their figures may differ from the reason's. */
function traceProbes({ name }: TransformResult, { closing }: Result): string[] {
  return (closing.traces ?? [])
    .filter(({ transform }) => transform === name)
    .map(({ sentence, n }) => `${sentence.replace(/\.$/, '')} (${plural(n, 'picture')} a side).`);
}
