import { clearestTests, type FileFinding } from '../../judge/fileFinding';
import type { TraceProbe } from '../../protocol/closing';
import type { Result } from '../../protocol/result';
import { pictures } from '../../report/words/numbers';
import { short } from './figures';

/** What lies in the files and not in the pictures: the tests before training in a line, the closing probes in one for each step. */
export function fileLines(result: Result): string[] {
  const {
    closing: { traces },
    settings: { threshold },
  } = result;
  const steps = [...new Set((traces ?? []).map(({ step }) => step))];
  return [
    ...tests(result),
    ...steps.map((step) => {
      const probes = (traces ?? []).filter((probe) => probe.step === step);
      return `${stepWords[step].taken} (${pictures(probes.map(({ n }) => n))} a side): ${findings(probes, step, threshold)}.`;
    }),
  ];
}

/** The clearest test of each transform, those that the guard hides and those that it does not. */
function tests({ fileTests, settings: { guard, size } }: Pick<Result, 'fileTests' | 'settings'>): string[] {
  if (fileTests.length === 0) return [];
  const on = `${pictures(fileTests.map(({ n }) => n))} a side`;
  const found = clearestTests(fileTests);
  if (found.length === 0) return [`In the files alone (${on}): the tests found no trace.`];
  const told = (those: FileFinding): string =>
    found
      .filter(({ finding }) => finding === those)
      .map(
        ({ test: { transform, unguarded, guarded } }) =>
          `${transform} ${short(unguarded.auroc)} → ${short(guarded.auroc)}`,
      )
      .join(', ');
  const [hidden, stays] = [told('hidden'), told('stays')];
  const never = guard === 0 ? '' : ', never judged by';
  return [
    ...(hidden
      ? [`In the files alone, as read at ${size} px without the guard → hidden${never} (${on}): ${hidden}.`]
      : []),
    ...(stays ? [`Told by the file tests with the trace hidden, too (${on}): ${stays}. ${staying}`] : []),
    ...(guard === 0 ? ['The guard was off: verdicts may rest on what the file tests see.'] : []),
  ];
}

const staying =
  'That lies in the pictures, or in a trace that the guard does not hide, and a detector could go by either; where it tells an orientation, the closing look once both sides are shifted by half a pixel says whether by such a trace.';

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
