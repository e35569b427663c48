import type { Controls } from '../../protocol/controls';
import type { Evidence } from '../../protocol/evidence';
import type { Needed, ReasonCode } from '../../protocol/result';
import type { RuleName, Verdict } from '../../protocol/vocabulary';
import { mostJudged, picturesToSettle } from '../power';
import { count, hundredth, thresholdInWords } from '../words';
import { picturesToCheckLabels } from './labelPictures';
import { longerRun } from './longerRun';
import { picturesForMarks } from './markPictures';
import { moreImages, type NeededDataset, type NeededImages, unknownImages } from './neededImages';

export interface NeededOptions {
  readonly verdict: Verdict;
  readonly reasonCode: ReasonCode;
  readonly evidence: Evidence;
  readonly rule: RuleName;
  /** The probe's AUROC that separates safe from shifting. */
  readonly threshold: number;
  readonly dataset: NeededDataset;
  /** What the run had learned from. */
  readonly presentations: number;
  /** Change of the probe's AUROC per doubling of presentations; null where it was measured once. */
  readonly slope: number | null;
  /** What the detector could have seen; null where nothing was planted. */
  readonly controls: Controls | null;
  /** Marks were to be planted, and there were too few pictures to set some aside for them. */
  readonly lacksControls: boolean;
}

/**
 * What would probably turn `undecided` into a verdict, were the AUROC and the shares what was measured: the rest of this run, more
 * images, a longer run, both, or nothing at all, which is then said. Null for what is settled.
 */
export function needed(options: NeededOptions): Needed | null {
  if (options.verdict !== 'undecided') return null;
  const { evidence, dataset } = options;
  if (evidence.alone.n < dataset.judging) {
    const sentence = `The end of this run measures all ${count(dataset.judging)} held-out pictures: resume it first.`;
    return { images: null, presentations: null, sentence };
  }
  const { images, sentence } = imagesNeeded(options);
  const presentations = longerRun(options);
  return { images, presentations, sentence: `${withRun(sentence, images, presentations)}${where(images, dataset)}` };
}

function withRun(sentence: string, images: number | null, presentations: number | null): string {
  if (presentations === null) return sentence;
  const run = `run of ${count(presentations)} presentations`;
  return images === null ? `A ${run} would probably settle it.` : `${sentence.replace(/\.$/, '')}, and a ${run}.`;
}

/** They need not be looked for where a sample left them out. */
function where(wanted: number | null, { images, notSampled }: NeededDataset): string {
  if (wanted === null || wanted > notSampled) return '';
  return ` The folder holds them: raise --max-images to about ${count(images + wanted)}.`;
}

function imagesNeeded(options: NeededOptions): NeededImages {
  const { reasonCode, evidence, dataset, controls, rule, threshold, lacksControls } = options;
  // That rule goes by z, which no number of pictures narrows.
  if (rule === 'paper') return unknownImages;
  // What changes no picture needs none to be seen on, and no eyes to see it.
  if (evidence.alone.changed === 0) return unknownImages;
  switch (reasonCode) {
    case 'across-threshold':
    case 'too-early':
    case 'once-only': {
      const { auroc, intervalJudged } = evidence.alone.probe;
      const isAcross = intervalJudged[0] <= threshold && intervalJudged[1] >= threshold;
      const found = isAcross ? toLeaveThreshold(options) : unknownImages;
      // Too near for any number of images; where a longer run is missing first, that is what is said.
      if (isAcross && found.images === null) return reasonCode === 'across-threshold' ? found : unknownImages;
      // What ends below the threshold will ask for marks.
      if (!lacksControls || auroc >= threshold) return found;
      const marked = picturesForMarks({ controls: null, dataset, threshold });
      return (marked.images ?? 0) > (found.images ?? 0) ? marked : found;
    }
    case 'too-few-labels':
    case 'labels-change':
      return picturesToCheckLabels(evidence.labels, dataset);
    case 'not-sensitive':
      return picturesForMarks({ controls, dataset, threshold });
    default:
      return unknownImages;
  }
}

function toLeaveThreshold({ evidence, threshold, dataset }: NeededOptions): NeededImages {
  const { probe, n } = evidence.alone;
  const pictures = picturesToSettle(probe, n, threshold);
  if (pictures > mostJudged) {
    const near = `at ${hundredth(probe.auroc)} of 100 pairs it lies too near the threshold of ${thresholdInWords(threshold)}`;
    return {
      images: null,
      sentence: `No number of images settles it: ${near}, even for the ${count(mostJudged)} pictures that are judged at most.`,
    };
  }
  const images = moreImages((pictures * dataset.images) / dataset.judging - dataset.images);
  return { images, sentence: `You need about ${count(images)} more images.` };
}
