import type { Auroc } from '../../src/protocol/evidence';
import type { JudgedTransform } from '../model/judgedRun';
import { fill } from './fill';
import type { Words } from './words';

/** From this much on, and with intervals apart, a head that does better where it learned is said to remember. */
const clearlyHigher = 0.05;

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
            remembers(training, head) ? strings.headRemembers : strings.headOnTraining,
            ...figures(training),
            ...figures(head),
          ),
        ]
      : []),
  ];
}

function remembers(training: Auroc, heldOut: Auroc): boolean {
  return training.intervalJudged[0] > heldOut.intervalJudged[1] && training.auroc - heldOut.auroc >= clearlyHigher;
}
