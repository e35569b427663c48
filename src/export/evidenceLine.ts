import { percent } from '../judge/words';
import type { Settings, TransformResult } from '../protocol/result';

/** What decided a verdict in one line: the number, its interval and what it was held against. */
export function evidenceLine({ reasonCode, reason, evidence }: TransformResult, { threshold }: Settings): string {
  if (reasonCode === 'labels-change' || reasonCode === 'no-effect' || reasonCode === 'paper-rule') return reason;
  const { auroc, intervalJudged } = evidence.alone.probe;
  const [low, high] = intervalJudged.map((end) => end.toFixed(3));
  const told = `AUROC ${auroc.toFixed(3)} [${low}, ${high}] against ${threshold.toFixed(2)}`;
  const { labels } = evidence;
  return labels === null
    ? `${told}; labels not checked`
    : `${told}; ${percent(labels.agreement)} of ${labels.n} recognised pictures keep their label`;
}
