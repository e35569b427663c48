import type { ClassLabelEvidence, LabelEvidence } from '../../protocol/evidence';
import { mostJudged } from '../power';
import { isChangeProven, picturesPerClass, suspectedClasses } from '../rules/brokenClasses';
import { knownClasses } from '../rules/knownClasses';
import { wilsonInterval } from '../wilson';
import { count } from '../words';
import { moreImages, type NeededDataset, type NeededImages, unknownImages } from './neededImages';

const moreTraining: NeededImages = {
  images: null,
  sentence: 'More images would not settle it; a longer run may, where it makes the task head surer.',
};

/** Images until labels can be said to hold or to break: of the classes that seem to break, or of all until enough are recognised. */
export function picturesToCheckLabels(labels: LabelEvidence | null, dataset: NeededDataset): NeededImages {
  if (labels === null || labels.n === 0) return unknownImages;
  const suspected = suspectedClasses(labels);
  if (suspected.length > 0) return ofSuspected(suspected, labels, dataset);
  if (labels.n < picturesPerClass) return more(picturesPerClass / labels.n, dataset, 'so that enough are recognised');
  // They hold for most, which too few pictures cannot show.
  const pictures = picturesUntil(labels.agreement, labels.n, labels.interval95[0]);
  return Number.isFinite(pictures) ? more(pictures / labels.n, dataset, 'to show that most labels hold') : moreTraining;
}

function more(times: number, { images }: NeededDataset, what: string): NeededImages {
  const wanted = moreImages(images * (times - 1));
  return { images: wanted, sentence: `You need about ${count(wanted)} more images, ${what}.` };
}

function ofSuspected(
  suspected: readonly ClassLabelEvidence[],
  labels: LabelEvidence,
  { images, judging, classes }: NeededDataset,
): NeededImages {
  const each = Math.max(...suspected.map((one) => heldOutToProve(one, labels)));
  if (!Number.isFinite(each)) return moreTraining;
  const wanted = moreImages((each * images) / judging);
  const names = [...new Set(suspected.map((one) => `“${classes[one.class] ?? one.class}”`))].join(', ');
  const total = wanted * new Set(suspected.map((one) => one.class)).size;
  return { images: total, sentence: `You need about ${count(wanted)} more images of each of: ${names}.` };
}

/**
 * Held-out pictures of its class, more than there are, until this row would count as broken: only some of them are recognised, and
 * only some get its outcome. Infinity where their number is not what is missing: the head does not know the class, or is not sure.
 */
function heldOutToProve(row: ClassLabelEvidence, labels: LabelEvidence): number {
  const { n, changed, intervalJudged } = row;
  const known = knownClasses(labels);
  const isKnown = known.has(row.class) && row.became !== null && known.has(row.became.class);
  if (isChangeProven({ n, intervalJudged }) || !isKnown) return Infinity;
  const pictures = picturesUntil(changed / n, n, intervalJudged[0]);
  const ofClass = labels.perClass.filter((one) => one.class === row.class).reduce((sum, one) => sum + one.of, 0);
  return (pictures - n) * (ofClass / n);
}

/** Pictures until the interval of a share lies above a half; `low`: where it begins on n. Infinity where it never does. */
function picturesUntil(share: number, n: number, low: number): number {
  if (share <= 0.5) return Infinity;
  // The interval's own z, from its lower end: Wilson's low end solves (share − low)² = z² low (1 − low)/n.
  const end = Math.min(low, 0.5);
  const z = Math.sqrt((n * (share - end) ** 2) / (end * (1 - end)));
  let pictures = Math.max(n, picturesPerClass);
  while (pictures <= mostJudged && wilsonInterval(share * pictures, pictures, z)[0] <= 0.5) pictures++;
  return pictures <= mostJudged ? pictures : Infinity;
}
