import { judgedAuroc } from '../../judge/aurocInterval';
import { crossFittedProbe, ridges } from '../../judge/crossFittedProbe';
import { explainDisagreement } from '../../judge/families/explainDisagreement';
import type { HeadFires } from '../../judge/families/sibling';
import { assignFolds } from '../../judge/folds';
import { judgedZ } from '../../judge/judgedZ';
import type { Explanation, Families } from '../../protocol/closing';
import type { Family } from '../../protocol/vocabulary';
import { createRandom } from '../../random/random';
import type { ClosingContext, ClosingLook } from '../closing/closingContext';
import { latestJudgements } from '../latestJudgements';
import { describeSet } from '../measuring/aloneEvidence';
import { infer } from '../measuring/infer';
import type { NetworkOutputs } from '../measuring/networkOutputs';
import { headFires } from './headFires';
import { randomMember } from './randomMember';

/** Enough for shares to within 3 points; passing more through the network after a resume would only take longer. */
const mostPictures = 1000;

/** Which transforms explain each other away: every head on every transform alone, families as wholes, and what that explains. */
export const lookAtFamilies: ClosingLook<'families'> = async (context) => {
  const { job, network, weights, sets, kept, onProgress } = context;
  const { feed, signal, pool } = job;
  const n = Math.min(mostPictures, sets.clean.n);
  const clean = await infer(network, weights, sets.clean, { feed, n, signal, kept });
  const only: NetworkOutputs[] = [];
  for (const set of sets.only) {
    only.push(await infer(network, weights, set, { feed, n, signal, kept }));
    onProgress(only.length * n, sets.only.length * n);
  }
  // By applied transform, then by head.
  const byApplied = only.map((outputs) => headFires(clean, outputs));
  return {
    fires: pool.map((_, head) => byApplied.map((heads) => heads[head].transformed / n)),
    n,
    families: familyEvidence(context, clean, only),
    explanations: explanations(context, byApplied),
  };
};

/** Clean against a random transform of each family, by the probe that verdicts use. Transforms without any effect stay out. */
function familyEvidence(
  { job, sets }: ClosingContext,
  clean: NetworkOutputs,
  only: readonly NetworkOutputs[],
): Families['families'] {
  const { n } = clean;
  const { seed } = job.settings;
  const effective = [...job.pool.entries()].filter(([index]) => sets.only[index].changedShare > 0);
  const names = [...new Set(effective.map(([, { family }]) => family))];
  const zJudged = judgedZ({ transforms: names.length, looks: 1 });
  const described = describeSet(sets.clean, clean, assignFolds(n, createRandom(seed, 'folds')));
  return names.map((family: Family) => {
    const members = effective
      .filter(([, transform]) => transform.family === family)
      .map(([index]) => ({ set: sets.only[index], outputs: only[index] }));
    const { set, outputs } = randomMember(members, n, createRandom(seed, 'family', family));
    const { side } = describeSet(set, outputs, described.side.folds, described);
    const probed = crossFittedProbe({ clean: described.side, transformed: side, ridge: ridges.probe });
    return { family, auroc: judgedAuroc(probed, zJudged), n };
  });
}

function explanations({ job, state }: ClosingContext, byApplied: readonly HeadFires[][]): Explanation[] {
  const { evidence } = state.measurements[state.measurements.length - 1];
  const transforms = latestJudgements(job, state).map((one, index) => ({ ...one, evidence: evidence[index] }));
  return transforms
    .map((_, index) => explainDisagreement(transforms, index, byApplied[index]))
    .filter((explanation) => explanation !== null);
}
