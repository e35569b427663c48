import type { Controls, Ladder } from '../../protocol/controls';
import { auroc, decimal, plural, range } from './numbers';

/** What each kind of mark asks of the detector. */
export const ladderTitles = {
  appearance: 'A faint pattern on the picture, or not',
  orientation: 'A faint stroke, as drawn or mirrored',
} as const;

/** Marks are learned like transforms, so that seeing one says nothing of what nobody asked about. */
const reach =
  'That is, it could see a mark this faint once trained to look for it; not that it would have noticed any change this faint.';

/** What the planted marks say of the detector: a sentence for each kind, how far that goes, and one for the label without effect. */
export function controlsInWords({ appearance, orientation, negative }: Controls): string[] {
  const isAnySeen = appearance.faintestSeen !== null || orientation.faintestSeen !== null;
  return [
    ladderInWords('a pattern', appearance),
    ladderInWords('which way a stroke slanted', orientation),
    ...(isAnySeen ? [reach] : []),
    `A label without any effect on the pictures was told at AUROC ${auroc(negative.auroc.auroc)}, judged interval ${range(negative.auroc.intervalJudged, auroc)}, on ${plural(negative.n, 'picture')} a side: ${negative.holds ? 'it holds 0.5, as it must' : 'it does not hold 0.5, so something else than the picture gives labels away, and nothing is called safe'}.`,
  ];
}

function ladderInWords(what: string, { faintestSeen, required, rungs }: Ladder): string {
  const strongest = Math.max(...rungs.map(({ strength }) => strength));
  if (faintestSeen === null) {
    return `It was not shown to see ${what} even at ±${levels(strongest)}; ±${levels(required)} is asked for before anything is called safe.`;
  }
  const reached = faintestSeen <= required;
  return `It could see ${what} as faint as ±${levels(faintestSeen)}; ${reached ? 'no more than' : 'but'} ±${levels(required)} is asked for before anything is called safe.`;
}

/** "4 gray levels of 255" */
function levels(strength: number): string {
  return `${decimal(strength, Number.isInteger(strength) ? 0 : 1)} gray levels`;
}
