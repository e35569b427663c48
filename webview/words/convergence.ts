import { hasMemorised } from '../../src/judge/hasMemorised';
import type { Auroc } from '../../src/protocol/evidence';
import type { JudgedTransform } from '../model/judgedRun';
import { fill } from './fill';
import type { Words } from './words';

/** Whether more training would change the answer: what still moves, and whether the head knows its pictures by heart. */
export function convergence({ findings, evidence }: JudgedTransform, { strings, numbers }: Words): string[] {
  const found = findings?.convergence;
  if (!found) return [];
  const { slope, training } = found;
  const head = evidence?.alone.head;
  const figures = ({ auroc, intervalJudged }: Auroc): [string, string] => [
    numbers.auroc(auroc),
    numbers.range(intervalJudged, numbers.auroc),
  ];
  return [
    ...(slope === null
      ? []
      : [fill(slope < 0 ? strings.slopeFell : strings.slopeRose, numbers.decimal(Math.abs(slope), 3))]),
    ...(training && head
      ? [
          fill(
            hasMemorised({ training, heldOut: head }) ? strings.headRemembers : strings.headOnTraining,
            ...figures(training),
            ...figures(head),
          ),
        ]
      : []),
  ];
}
