import { pairName } from '../../judge/pairs/words';
import type { Result } from '../../protocol/result';
import { list, pictures, plural } from '../../report/words/numbers';
import { oneAtATime, unsafeUse } from '../../report/words/use';
import { figure } from './figures';

/** So many pairs that are not safe are named, the most visible first. */
const named = 4;

/** The safe set two at a time, and as it was to be used. */
export function pairLines({ closing }: Result): string[] {
  const { pairs, use } = closing;
  const unsafe = unsafeUse({ closing });
  return [
    ...(pairs === null || pairs.pairs.length === 0 ? [] : [pairSentence(pairs)]),
    ...(pairs !== null && pairs.removed.length > 0
      ? [`Left out of the safe set for unsafe pairs: ${list(pairs.removed)}.`]
      : []),
    ...(use === null
      ? []
      : unsafe === null
        ? [`Used together as recommended: ${use.verdict}. ${use.reason}`]
        : [
            `Not recommended: ${plural(use.subsetSize, 'transform')} of the safe set together, each with probability ${use.p}: ${unsafe}. ${use.reason} Draw ${oneAtATime}.`,
          ]),
  ];
}

function pairSentence({ pairs }: NonNullable<Result['closing']['pairs']>): string {
  const judged = `Pairs within the safe set, in both orders: ${pairs.length} judged (${pictures(pairs.map(({ n }) => n))} a side)`;
  const unsafe = pairs.filter(({ verdict }) => verdict !== 'safe').sort((a, b) => b.probe.auroc - a.probe.auroc);
  if (unsafe.length === 0) return `${judged}, all safe.`;
  const told = unsafe
    .slice(0, named)
    .map(({ transforms, verdict, probe }) => `${pairName(transforms)}: ${verdict} ${figure(probe)}`);
  const more = unsafe.length > named ? `; and ${unsafe.length - named} more` : '';
  return `${judged}, ${pairs.length - unsafe.length} safe; ${told.join('; ')}${more}.`;
}
