import type { Result, TransformResult } from '../../protocol/result';
import { auroc, plural } from './numbers';

/** What lies in the files rather than in the pictures: tests on raw pixels before training, and the closing probes. */
export function tracesInWords(transform: TransformResult, result: Result): string[] {
  return [...fileTraces(transform, result), ...traceProbes(transform, result)];
}

/** The files alone only where the detector, which they are hidden from, is known not to see it. */
function fileTraces({ name, verdict }: TransformResult, { fileTests }: Result): string[] {
  const traces = fileTests.filter((test) => test.fileTrace && test.transform === name);
  if (traces.length === 0) return [];
  const seen = traces.map(
    ({ name: test, channel, unguarded, guarded, n }) =>
      `${test} of ${channel}, AUROC ${auroc(unguarded.auroc)} on raw pixels and ${auroc(guarded.auroc)} with the trace hidden on both sides (${plural(n, 'picture')} a side)`,
  );
  const what =
    verdict === 'safe'
      ? 'The files give it away, not the pictures'
      : 'A part of what is seen without the guard is in the file alone';
  return [`${what}: ${seen.join('; ')}. No verdict rests on such a trace.`];
}

/** They take fewer pictures than verdicts do, so their figures may differ from the reason's. */
function traceProbes({ name }: TransformResult, { closing }: Result): string[] {
  return (closing.traces ?? [])
    .filter(({ transform }) => transform === name)
    .map(({ sentence, n }) => `${sentence.replace(/\.$/, '')} (${plural(n, 'picture')} a side).`);
}
