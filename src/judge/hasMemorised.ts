import type { Auroc } from '../protocol/evidence';

/** From this much of an AUROC on, and with judged intervals apart, a head that does better where it learned is said to remember. */
const clearlyHigher = 0.05;

/** Whether a transform's head does better on pictures that were learned from than on held-out ones, clearly and not by chance. */
export function hasMemorised({ training, heldOut }: { readonly training: Auroc; readonly heldOut: Auroc }): boolean {
  return training.intervalJudged[0] > heldOut.intervalJudged[1] && training.auroc - heldOut.auroc >= clearlyHigher;
}
