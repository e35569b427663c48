import type { ClassLabelEvidence, Evidence, LabelEvidence } from '../protocol/evidence';
import type { Needed, ReasonCode } from '../protocol/result';
import type { Verdict } from '../protocol/vocabulary';
import { mostJudged, picturesToSettle } from './power';
import { isChangeProven, picturesPerClass, suspectedClasses } from './rules/brokenClasses';
import { count, hundredth } from './words';
import { wilsonInterval } from './wilson';

/** Usable images from which some are set aside for controls: 30 on each side of a mark. */
const imagesForControls = 720;

export interface NeededOptions {
  readonly verdict: Verdict;
  readonly reasonCode: ReasonCode;
  readonly evidence: Evidence;
  /** The probe's AUROC that separates safe from shifting. */
  readonly threshold: number;
  readonly dataset: {
    /** Usable images. */
    readonly images: number;
    /** Of these, held out for judging. */
    readonly judging: number;
    readonly classes: readonly string[];
  };
  /** Presentations of a longer run that would probably help; null where training is not what is missing. */
  readonly presentations: number | null;
}

/**
 * What would probably turn `undecided` into a verdict, were the AUROC and the shares what was measured: more images, a longer
 * run, both, or nothing at all, which is then said. Null for what is settled.
 */
export function needed(options: NeededOptions): Needed | null {
  if (options.verdict !== 'undecided') return null;
  const { images, sentence } = imagesNeeded(options);
  const { presentations } = options;
  const longer =
    presentations === null ? null : `A run of ${count(presentations)} presentations would probably settle it.`;
  const both =
    presentations === null || images === null
      ? null
      : `${sentence.replace(/\.$/, '')}, and a run of ${count(presentations)} presentations.`;
  return { images, presentations, sentence: both ?? (images === null ? (longer ?? sentence) : sentence) };
}

interface Images {
  readonly images: number | null;
  readonly sentence: string;
}

const unknown: Images = { images: null, sentence: 'Neither more images nor a longer run would surely settle it.' };

function imagesNeeded(options: NeededOptions): Images {
  const { reasonCode, evidence } = options;
  if (reasonCode === 'across-threshold') return toLeaveThreshold(options);
  // A longer run is what is missing first; it would end across the threshold, too.
  if (reasonCode === 'too-early' || reasonCode === 'once-only') {
    const [low, high] = evidence.alone.probe.intervalJudged;
    const found = toLeaveThreshold(options);
    return low <= options.threshold && high >= options.threshold && found.images !== null ? found : unknown;
  }
  if (reasonCode === 'too-few-labels') return toCheckLabels(evidence.labels, options.dataset);
  if (reasonCode === 'not-sensitive') return toPlantMarks(options.dataset);
  return unknown;
}

function toLeaveThreshold({ evidence, threshold, dataset }: NeededOptions): Images {
  const { probe, n } = evidence.alone;
  const pictures = picturesToSettle(probe, n, threshold);
  if (pictures > mostJudged) {
    const near = `at ${hundredth(probe.auroc)} of 100 pairs it lies too near the threshold of ${hundredth(threshold)}`;
    return {
      images: null,
      sentence: `No number of images settles it: ${near}, even for the ${count(mostJudged)} pictures that are judged at most.`,
    };
  }
  const images = more((pictures * dataset.images) / dataset.judging - dataset.images);
  return { images, sentence: `You need about ${count(images)} more images.` };
}

/** Below some size there are no pictures to plant marks on; above it the marks are there and what is missing is training. */
function toPlantMarks({ images }: NeededOptions['dataset']): Images {
  if (images >= imagesForControls) return unknown;
  const wanted = more(imagesForControls - images);
  return {
    images: wanted,
    sentence: `You need about ${count(wanted)} more images, so that some can be set aside to find out what the detector sees.`,
  };
}

/** Classes that seem to break get pictures until that is proven, all together until enough are recognised. */
function toCheckLabels(labels: LabelEvidence | null, { images, judging, classes }: NeededOptions['dataset']): Images {
  const suspected = labels === null ? [] : suspectedClasses(labels);
  if (suspected.length > 0) {
    const each = Math.max(...suspected.map((one) => picturesToProve(one) - one.n));
    if (!Number.isFinite(each)) return unknown;
    const wanted = more((each * images) / judging);
    const names = [...new Set(suspected.map((one) => `“${classes[one.class] ?? one.class}”`))].join(', ');
    const total = wanted * new Set(suspected.map((one) => one.class)).size;
    return { images: total, sentence: `You need about ${count(wanted)} more images of each of: ${names}.` };
  }
  if (labels === null || labels.n === 0) return unknown;
  const wanted = more(images * (picturesPerClass / labels.n - 1));
  return { images: wanted, sentence: `You need about ${count(wanted)} more images, so that enough are recognised.` };
}

/** Recognised pictures until a class with this share of changed ones would count as broken. */
function picturesToProve({ n, changed, intervalJudged }: ClassLabelEvidence): number {
  const share = changed / n;
  // Enough are there, and what is missing is a task head that is sure.
  if (share <= 0.5 || isChangeProven({ n, intervalJudged })) return Infinity;
  // The interval's own z, from its lower end: Wilson's low end solves (share − low)² = z² low (1 − low)/n.
  const low = Math.min(intervalJudged[0], 0.5);
  const z = Math.sqrt((n * (share - low) ** 2) / (low * (1 - low)));
  let pictures = Math.max(n, picturesPerClass);
  while (pictures <= mostJudged && wilsonInterval(share * pictures, pictures, z)[0] <= 0.5) pictures++;
  return pictures <= mostJudged ? pictures : Infinity;
}

/** Rounded up to two digits, and to at least 10: more would pretend to know. */
function more(images: number): number {
  const digits = 10 ** Math.max(1, Math.floor(Math.log10(Math.max(1, images))) - 1);
  return Math.max(1, Math.ceil(images / digits - 1e-9)) * digits;
}
