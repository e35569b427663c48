import { brokenClasses } from '../judge/rules/brokenClasses';
import { presentationsBeforeSafe } from '../judge/rules/enoughTraining';
import { count, percent } from '../judge/words';
import type { ReasonCode, Settings, TransformResult } from '../protocol/result';

/** What decided a verdict in one line: the number, its interval and what it was held against, and what stood in the way of a verdict. */
export function evidenceLine({ reasonCode, reason, evidence }: TransformResult, { threshold }: Settings): string {
  if (reasonCode === 'labels-change' || reasonCode === 'no-effect' || reasonCode === 'paper-rule') return reason;
  const { probe, n } = evidence.alone;
  const [low, high] = probe.intervalJudged.map((end) => end.toFixed(3));
  const { labels } = evidence;
  return [
    `AUROC ${probe.auroc.toFixed(3)} [${low}, ${high}] against ${threshold.toFixed(2)} on ${count(n)} pictures a side`,
    labels === null
      ? 'labels not checked'
      : `the task head gives the same answer on ${percent(labels.agreement)} of ${count(labels.n)} recognised pictures`,
    ...(reasonCode === 'once-only' && labels !== null && brokenClasses(labels).length > 0
      ? ['undecided, as labels broke, but in one evaluation only']
      : (inTheWay[reasonCode] ?? [])),
  ].join('; ');
}

/** The number alone may lie where a verdict would be given. */
const inTheWay: Partial<Record<ReasonCode, readonly [string]>> = {
  'across-threshold': ['undecided, as the interval lies across the threshold'],
  'too-early': [`undecided, as nothing is called safe before ${count(presentationsBeforeSafe)} presentations`],
  'once-only': ['undecided, as only one evaluation says so and a verdict takes two in a row'],
  'not-sensitive': ['undecided, as the detector was not shown to see enough'],
  'too-few-labels': ['undecided, as too few pictures are recognised to say whether labels hold'],
};
