import { sampleItems } from './sampleItems';
import { groupBy } from './stratified';

/** Pictures for the controls: in neither of the split's two parts. */
export interface ControlPictures {
  /** Marks are learned on these. */
  readonly learned: Int32Array;
  /** Marks are looked for on these. */
  readonly judged: Int32Array;
}

/** An eighth of the training pictures, up to 1,400. */
const share = 1 / 8;
const mostLearned = 1000;
const mostJudged = 400;
/** With fewer on each side no mark, however plain, could be told surely: the judged interval of AUROC 1 would reach 0.6, at any budget. */
export const fewestJudged = 35;

/**
 * Takes an eighth of the training pictures (up to 1,400) out of training, every class by its share: half of them, up to 400, to
 * look for marks on, the others to learn marks on. Null, and nothing is taken, where that would leave fewer than 35 to look at
 * (under about 560 training pictures, 840 in all). Near-duplicates (pictures of one scene, by default none) count as one: the others of
 * a scene that is set aside are left out, as they would be learned from. Ascending, and the same for the same seed.
 */
export function setAsideForControls(
  training: Int32Array,
  labelOf: (item: number) => number,
  seed: number,
  sceneOf: (item: number) => number = (item) => item,
): { readonly training: Int32Array; readonly controls: ControlPictures | null } {
  const firsts = Int32Array.from(groupBy(training, sceneOf).values(), ([first]) => first);
  const count = Math.min(mostLearned + mostJudged, Math.floor(firsts.length * share));
  const judgedCount = Math.min(mostJudged, Math.floor(count / 2));
  if (judgedCount < fewestJudged) return { training, controls: null };
  const aside = sampleItems(firsts, labelOf, count, seed);
  const judged = sampleItems(aside, labelOf, judgedCount, seed);
  const scenesAside = new Set(Array.from(aside, sceneOf));
  const isJudged = new Set(judged);
  return {
    training: training.filter((item) => !scenesAside.has(sceneOf(item))),
    controls: { judged, learned: aside.filter((item) => !isJudged.has(item)) },
  };
}
