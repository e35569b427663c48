import { fileFinding } from '../../judge/fileFinding';
import type { FileTest, Result, TransformResult } from '../../protocol/result';
import { auroc, plural, range } from './numbers';

/** What lies in the files rather than in the pictures: tests before training, and the closing probes. */
export function tracesInWords(transform: TransformResult, result: Result): string[] {
  return [...fileTraces(transform, result), ...traceProbes(transform, result)];
}

/** What stays behind the guard outweighs what it hides. */
function fileTraces({ name, family, verdict }: TransformResult, { fileTests, settings }: Result): string[] {
  const own = fileTests.filter(({ transform }) => transform === name);
  const stays = own.filter((test) => fileFinding(test) === 'stays');
  const hidden = own.filter((test) => fileFinding(test) === 'hidden');
  const figures = (tests: readonly FileTest[]): string => tests.map((test) => figure(test, settings.size)).join('; ');
  const unguarded = settings.guard === 0 ? ['The guard was off: its verdict may rest on this.'] : [];
  if (stays.length > 0) {
    const what =
      'Tests of the files see it with the trace hidden, too, in the pictures or in a trace that stays behind the guard; a detector could go by either';
    const look =
      'Where the detector does tell it, the closing look that shifts both sides by half a pixel says whether by such a trace.';
    return [[`${what}: ${figures(stays)}.`, ...unguarded, ...(family === 'orientation' ? [look] : [])].join(' ')];
  }
  if (hidden.length === 0) return [];
  if (unguarded.length > 0) return [[`The files give it away: ${figures(hidden)}.`, ...unguarded].join(' ')];
  // The files alone only where the detector, which they are hidden from, is known not to see it.
  const what =
    verdict === 'safe'
      ? 'The files give it away, not the pictures'
      : 'A part of what is seen without the guard is in the file alone';
  return [`${what}: ${figures(hidden)}. No verdict rests on such a trace.`];
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
