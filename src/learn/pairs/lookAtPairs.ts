import { chainOutcomes } from '../../data/feed/draws/chain';
import { judgedZ } from '../../judge/judgedZ';
import { judgeTogether } from '../../judge/pairs/judgeTogether';
import { smallestRemoval } from '../../judge/pairs/smallestRemoval';
import { pairName } from '../../judge/pairs/words';
import { safeMembers } from '../../judge/safeSet';
import type { PairEvidence } from '../../protocol/closing';
import type { ClosingContext, ClosingLook } from '../closing/closingContext';
import { judgeSettingsOf } from '../judgeSettings';
import { latestJudgements } from '../latestJudgements';
import { joinPasses, passThrough } from '../measuring/passThrough';
import { type TogetherMeasure, togetherMeasure } from '../measuring/togetherEvidence';
import { orderedPairs, picturesPerPair } from './pairPlan';

/** Two safe transforms at a time, in both orders, judged like one transform; and the fewest that must leave for no pair to be unsafe. */
export const lookAtPairs: ClosingLook<'pairs'> = async (context) => {
  const { job, state, sets, onProgress } = context;
  const members = membersOf(context);
  const ordered = orderedPairs(members);
  const counts = picturesPerPair(ordered.length, sets.clean.n);
  const outcomesOf = ([first, second]: readonly [number, number]): string[] =>
    chainOutcomes([job.pool[first], job.pool[second]]);
  const cells = ordered.reduce((sum, pair) => sum + Math.max(1, outcomesOf(pair).length), 0);
  const looks = counts.length;
  const measure = togetherMeasure(context, {
    zJudged: judgedZ({ transforms: ordered.length, looks }),
    zLabels: judgedZ({ transforms: cells, looks, comparisons: Math.max(1, job.classes.length) }),
  });
  const pairs: PairEvidence[] = [];
  for (const pair of ordered) {
    pairs.push(await lookAtPair(context, pair, counts, measure, outcomesOf(pair)));
    onProgress(pairs.length, ordered.length);
  }
  const evidence = state.measurements[state.measurements.length - 1].evidence;
  const safe = members.map((member) => ({ name: job.pool[member].name, evidence: evidence[member] }));
  return { pairs, removed: smallestRemoval(safe, pairs) };
};

/**
 * Pool indices of the transforms whose pairs matter: in the safe set, and not told apart alone. The paper's rule lets such in; a pair
 * with one says nothing new.
 */
function membersOf({ job, state }: ClosingContext): number[] {
  const { evidence } = state.measurements[state.measurements.length - 1];
  const judged = latestJudgements(job, state).map((one, index) => ({ ...one, index, evidence: evidence[index] }));
  return safeMembers(judged)
    .filter(({ verdicts }) => verdicts.interval === 'safe')
    .map(({ index }) => index);
}

/** On more and more pictures, until it is clearly told apart or there are no more. */
async function lookAtPair(
  context: ClosingContext,
  pair: readonly [number, number],
  counts: readonly number[],
  measure: TogetherMeasure,
  outcomeNames: readonly string[],
): Promise<PairEvidence> {
  const { job, state } = context;
  const transforms = [job.pool[pair[0]].name, job.pool[pair[1]].name] as const;
  const request = { draw: { kind: 'chain', transforms: pair }, stream: `judge chain ${transforms.join(' ')}` } as const;
  const { presentations } = state.measurements[state.measurements.length - 1];
  let passed = await passThrough(context, { ...request, from: 0, to: counts[0] });
  for (let look = 0; ; look++) {
    const evidence = await measure(passed, outcomeNames);
    const judged = judgeTogether(pairName(transforms), evidence, presentations, judgeSettingsOf(job));
    const isLast = look === counts.length - 1;
    if (isLast || evidence.probe.intervalJudged[0] > job.settings.threshold) {
      return { transforms, ...judged, ...evidence };
    }
    passed = joinPasses(passed, await passThrough(context, { ...request, from: counts[look], to: counts[look + 1] }));
  }
}
