import type { ClassLabelEvidence } from '../../protocol/evidence';
import type { TransformResult } from '../../protocol/result';

/** The classes (and outcomes) that made a transform harmful: more than half of the pictures change class, interval wholly above. */
export function brokenClasses({ reasonCode, evidence }: TransformResult): readonly ClassLabelEvidence[] {
  if (reasonCode !== 'labels-change') return [];
  return (evidence.labels?.perClass ?? []).filter(({ intervalJudged }) => intervalJudged[0] > 0.5);
}
