import type { Draw } from '../../data/batch';
import { chainOutcomes } from '../../data/feed/draws/chain';
import { judgedZ } from '../../judge/judgedZ';
import { judgeTogether } from '../../judge/pairs/judgeTogether';
import { candidates, type Member, milderMembers } from '../../judge/pairs/members';
import { smallestRemoval } from '../../judge/pairs/smallestRemoval';
import { pairName } from '../../judge/pairs/words';
import type { PairEvidence } from '../../protocol/closing';
import type { ClosingContext, ClosingLook } from '../closing/closingContext';
import { judgeSettingsOf } from '../judgeSettings';
import { latestJudgements } from '../latestJudgements';
import { joinPasses, passThrough } from '../measuring/passThrough';
import { type TogetherMeasure, togetherMeasure } from '../measuring/togetherEvidence';
import { orderedPairs, picturesPerPair } from './pairPlan';

/**
 * What could be exported two at a time, in both orders and at the strengths that it would have, judged like one transform; and the fewest
 * that must leave for no pair to be unsafe.
 */
export const lookAtPairs: ClosingLook<'pairs'> = async (context) => {
  const { job, sets, onProgress } = context;
  const members = membersOf(context);
  const indexOf = (name: string): number => job.pool.findIndex((transform) => transform.name === name);
  const milder = milderMembers(members);
  const milderDraws = milder.map(({ transform, value }) => ({ transform: indexOf(transform), value }));
  const ordered = orderedPairs(members.map(({ name }) => indexOf(name)));
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
    const draw = { kind: 'chain', transforms: pair, milder: milderDraws } as const;
    pairs.push(await lookAtPair(context, draw, counts, measure, outcomesOf(pair)));
    onProgress(pairs.length, ordered.length);
  }
  return { pairs, milder, removed: smallestRemoval(members, pairs) };
};

/** The paper's rule lets transforms into the safe set that are told apart alone; a pair with one says nothing new. */
function membersOf({ job, state }: ClosingContext): Member[] {
  const { evidence } = state.measurements[state.measurements.length - 1];
  const judged = latestJudgements(job, state).map((one, index) => ({ ...one, evidence: evidence[index] }));
  const isTold = new Set(judged.filter(({ verdicts }) => verdicts.interval !== 'safe').map(({ name }) => name));
  return candidates(judged, state.closing).filter(({ name, value }) => value !== null || !isTold.has(name));
}

/** On more and more pictures, until it is clearly told apart or there are no more. */
async function lookAtPair(
  context: ClosingContext,
  draw: Extract<Draw, { kind: 'chain' }> & { readonly transforms: readonly [number, number] },
  counts: readonly number[],
  measure: TogetherMeasure,
  outcomeNames: readonly string[],
): Promise<PairEvidence> {
  const { job, state } = context;
  const transforms = [job.pool[draw.transforms[0]].name, job.pool[draw.transforms[1]].name] as const;
  const request = { draw, stream: `judge chain ${transforms.join(' ')}` };
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
