import type { Closing, PairEvidence, Pairs, UseEvidence } from '../../protocol/closing';
import { count, hundredth } from '../words';
import { type Member, notSeenTogether } from './members';
import { isUnsafe } from './smallestRemoval';

/** "Transpose, then VerticalFlip" */
export function pairName([first, second]: PairEvidence['transforms']): string {
  return `${first}, then ${second}`;
}

/** How the recommended use is called where a transform would have its name. */
export const useName = 'recommended use';

/**
 * All that is to be said of transforms in company before they are used: what left the set, what is open, what was not looked at, and the
 * use itself. `exported`: the set that is used.
 */
export function togetherSentences(
  { pairs, use }: Pick<Closing, 'pairs' | 'use'>,
  exported: readonly Member[],
): string[] {
  return [
    ...(pairs === null ? [] : [...removalSentences(pairs), undecidedSentence(pairs)]),
    unseenSentence(exported, pairs),
    use && useWarning(use),
  ].filter((sentence) => sentence !== null);
}

/** Says which members of the set that is used were not looked at in company; null when all were. */
export function unseenSentence(exported: readonly Member[], pairs: Pairs | null): string | null {
  const unseen = notSeenTogether(exported, pairs);
  if (unseen.length === 0) return null;
  return `Not looked at in every pair: ${unseen.join(', ')}. Each is safe by itself.`;
}

/** Why transforms left the safe set, one sentence for each: "Transpose left the safe set: …". */
export function removalSentences({ pairs, milder, removed }: Pairs): string[] {
  return removed.map((name) => {
    const causes = pairs.filter((pair) => isUnsafe(pair) && pair.transforms.includes(name)).map(cause);
    const alone = milder.some(({ transform }) => transform === name) ? 'safe alone in a smaller range' : 'safe alone';
    return `${name} is ${alone} but left the safe set, since not every pair with it is: ${causes.join('; ')}.`;
  });
}

function cause({ transforms, verdict, probe }: PairEvidence): string {
  const name = pairName(transforms);
  return verdict === 'harmful'
    ? `${name}, breaks labels`
    : `${name}, is told from clean in ${hundredth(probe.auroc)} of 100 pairs of pictures`;
}

/** Says which pairs within the safe set could not be settled; null when all were. */
export function undecidedSentence({ pairs, removed }: Pairs): string | null {
  const inSet = pairs.filter(({ transforms }) => !transforms.some((name) => removed.includes(name)));
  const open = inSet.filter(({ verdict }) => verdict === 'undecided');
  if (open.length === 0) return null;
  const named = open.slice(0, 3).map(({ transforms }) => `${pairName(transforms)}`);
  const more = open.length > named.length ? `; and ${count(open.length - named.length)} more` : '';
  return `Of ${count(inSet.length)} pairs within the safe set ${count(open.length)} could not be settled: ${named.join('; ')}${more}.`;
}

/** A warning when the recommended use, as a whole, is not safe; null when it is. */
export function useWarning({ verdict, subsetSize, p, reason }: UseEvidence): string | null {
  const use = `The recommended use itself (${count(subsetSize)} of the safe set, each with probability ${p})`;
  switch (verdict) {
    case 'safe':
      return null;
    case 'undecided':
      return `${use} could not be settled: ${reason}`;
    default:
      return `${use} is ${verdict}, though its transforms are safe one by one. ${reason} So one of them is drawn at a time.`;
  }
}
