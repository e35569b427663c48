import type { Controls, Ladder } from '../../protocol/controls';
import { picturesToSettle } from '../power';
import { count } from '../words';
import { moreImages, type NeededDataset, type NeededImages, unknownImages } from './neededImages';

/** Usable images from which some are set aside for controls: 35 on each side of a mark. */
export const imagesForControls = 840;
/** On so many pictures marks are looked for at most. */
const mostLookedAt = 400;
/** Of the usable images two thirds are learned from, an eighth of these set aside, and half of those looked at. */
const imagesPerLook = 24;

export interface MarkPicturesOptions {
  /** Null where there were too few pictures to plant marks on. */
  readonly controls: Controls | null;
  readonly dataset: NeededDataset;
  readonly threshold: number;
}

/**
 * Images until the marks that must be seen could be: below some size there is nothing to plant them on, and a little above it even what is told
 * every time has too wide an interval. Unknown where more training is what is missing.
 */
export function picturesForMarks({ controls, dataset, threshold }: MarkPicturesOptions): NeededImages {
  if (controls === null) {
    const wanted = imagesForControls - dataset.images;
    // Enough images, but many of them copies of others.
    if (wanted <= 0) return asked(100, 'that are no copies of others, so that some can be set aside');
    return asked(wanted, 'so that some can be set aside to find out what the detector sees');
  }
  const pictures = Math.max(...[controls.appearance, controls.orientation].map((one) => lookedAt(one, threshold)));
  const present = controls.appearance.rungs[0]?.n ?? 0;
  if (!Number.isFinite(pictures) || pictures > mostLookedAt || pictures <= present) return unknownImages;
  const wanted = (pictures - present) * imagesPerLook;
  return asked(wanted, 'so that a mark can be shown to be seen on those that are set aside');
}

function asked(images: number, why: string): NeededImages {
  const wanted = moreImages(images);
  return { images: wanted, sentence: `You need about ${count(wanted)} more images, ${why}.` };
}

/** Pictures on each side until the mark is seen at the strength that is asked for, or fainter; Infinity where it is not told above the threshold. */
function lookedAt({ rungs, required }: Ladder, threshold: number): number {
  const asked = rungs.filter(({ strength }) => strength <= required);
  return Math.min(
    ...asked.map(({ auroc, n }) => {
      if (auroc.intervalJudged[0] > threshold) return n;
      return auroc.auroc > threshold ? picturesToSettle(auroc, n, threshold) : Infinity;
    }),
  );
}
