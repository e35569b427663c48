import { judgedZ } from '../../judge/judgedZ';
import { judgeTogether } from '../../judge/pairs/judgeTogether';
import { useName } from '../../judge/pairs/words';
import { exportedMembers, milderMembers } from '../../judge/pairs/members';
import { recommendedUse } from '../../judge/safeSet';
import type { ClosingLook } from '../closing/closingContext';
import { judgeSettingsOf } from '../judgeSettings';
import { latestJudgements } from '../latestJudgements';
import { passThrough } from '../measuring/passThrough';
import { togetherMeasure } from '../measuring/togetherEvidence';

/** The recommended use as it is exported, judged like one transform; null when there is nothing to use. */
export const lookAtUse: ClosingLook<'use'> = async (context) => {
  const { job, state, sets, onProgress } = context;
  const { presentations, evidence } = state.measurements[state.measurements.length - 1];
  const judged = latestJudgements(job, state).map((one, index) => ({ ...one, evidence: evidence[index] }));
  const members = exportedMembers(judged, state.closing);
  if (members.length === 0) return null;
  const names = members.map(({ name }) => name);
  const { subsetSize, p } = recommendedUse(names);
  const indexOf = (name: string): number => job.pool.findIndex((transform) => transform.name === name);
  const milder = milderMembers(members);
  const { n } = sets.clean;
  const passed = await passThrough(context, {
    draw: {
      kind: 'use',
      transforms: names.map(indexOf),
      milder: milder.map(({ transform, value }) => ({ transform: indexOf(transform), value })),
      subsetSize,
      p,
    },
    stream: 'judge use',
    from: 0,
    to: n,
  });
  const measure = togetherMeasure(context, {
    zJudged: judgedZ({ transforms: 1, looks: 1 }),
    zLabels: judgedZ({ transforms: 1, looks: 1, comparisons: Math.max(1, job.classes.length) }),
  });
  const found = await measure(passed, []);
  onProgress(n, n);
  const outcome = judgeTogether(useName, found, presentations, judgeSettingsOf(job));
  return { transforms: names, milder, subsetSize, p, ...outcome, ...found };
};
