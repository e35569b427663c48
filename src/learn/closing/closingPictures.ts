import { presentationsBeforeSafe } from '../../judge/rules/enoughTraining';

/** Per transform: 8 pictures shown, both sides, hidden place by place (7 × 7), and the picture itself. */
const forImages = 8 * 2 * 50;
/** Both sides of at most 14 probes of as many pictures each. */
const traceProbes = 14;
const mostTraced = 1000;
/** Ten transforms of the paper's 15 have about five strengths each; most steps are settled by the first 300 pictures. */
const strengthSteps = 4;
const picturesPerStep = 500;
/** Twelve ordered pairs of a usual safe set, and the recommended use. */
const pairsAndUse = 13;

/**
 * About how many pictures the closing looks of a run of `presentations` pass through the network, for estimates of time; n
 * pictures are held out. Strengths, pairs and the use are looked at only where something can be safe.
 */
export function closingPictures(presentations: number, { transforms, n }: { transforms: number; n: number }): number {
  const always = transforms * forImages + 2 * traceProbes * Math.min(n, mostTraced);
  if (presentations < presentationsBeforeSafe) return always;
  return always + transforms * strengthSteps * Math.min(n, picturesPerStep) + pairsAndUse * Math.min(n, mostTraced);
}
