import type { TraceProbe } from '../../protocol/closing';
import type { FileTest, Result } from '../../protocol/result';
import { pictures, short } from './figures';

/** What lies in the files and not in the pictures: the tests before training in a line, the closing probes in one for each step. */
export function fileLines({ fileTests, closing: { traces }, settings: { threshold } }: Result): string[] {
  const steps = [...new Set((traces ?? []).map(({ step }) => step))];
  return [
    ...tests(fileTests),
    ...steps.map((step) => {
      const probes = (traces ?? []).filter((probe) => probe.step === step);
      return `${stepWords[step].taken} (${pictures(probes.map(({ n }) => n))} a side): ${findings(probes, step, threshold)}.`;
    }),
  ];
}

/** The clearest trace of each transform. */
function tests(fileTests: readonly FileTest[]): string[] {
  if (fileTests.length === 0) return [];
  const traces = new Map<string, FileTest>();
  for (const test of fileTests.filter(({ fileTrace }) => fileTrace)) {
    const before = traces.get(test.transform);
    if (!before || before.unguarded.auroc < test.unguarded.auroc) traces.set(test.transform, test);
  }
  const on = `${pictures(fileTests.map(({ n }) => n))} a side`;
  if (traces.size === 0) return [`In the files alone (${on}): the tests found nothing that the guard hides.`];
  const told = [...traces.values()].map(
    ({ transform, unguarded, guarded }) => `${transform} ${short(unguarded.auroc)} → ${short(guarded.auroc)}`,
  );
  return [`In the files alone, without → with the guard, never judged by (${on}): ${told.join(', ')}.`];
}

const stepWords: Readonly<Record<TraceProbe['step'], { readonly taken: string; readonly hidden: string }>> = {
  're-encode': { taken: 'Once both sides are saved again', hidden: 'seen in the file, not in the picture' },
  'half-pixel': {
    taken: 'Once both sides are shifted by half a pixel',
    hidden: 'seen in the resampling, not in the picture',
  },
  blur: { taken: 'Once both sides are equally blurred', hidden: 'seen by the blur of enlarging, not by the framing' },
};

/** By what the step says of them; whether anything was seen in the first place is asked as the probes themselves ask it. */
function findings(probes: readonly TraceProbe[], step: TraceProbe['step'], threshold: number): string {
  const isSeen = ({ without }: TraceProbe): boolean => without.intervalJudged[0] > threshold;
  const groups = [
    { what: stepWords[step].hidden, members: probes.filter(({ fileTrace }) => fileTrace) },
    { what: 'still told', members: probes.filter((one) => !one.fileTrace && isSeen(one)) },
    { what: 'not settled whether seen at all', members: probes.filter((one) => !one.fileTrace && !isSeen(one)) },
  ];
  return groups
    .filter(({ members }) => members.length > 0)
    .map(({ what, members }) => `${what}: ${members.map(change).join(', ')}`)
    .join('; ');
}

function change({ transform, without, with: after }: TraceProbe): string {
  return `${transform} ${short(without.auroc)} → ${short(after.auroc)}`;
}
