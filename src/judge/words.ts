import type { Auroc, ClassLabelEvidence } from '../protocol/evidence';
import type { Verdict } from '../protocol/vocabulary';

/** What a picture is after a transform, to end "told clean from …". */
const states: Readonly<Record<string, string>> = {
  HorizontalFlip: 'flipped',
  VerticalFlip: 'flipped',
  RandomRotate90: 'turned',
  Transpose: 'transposed',
  ToGray: 'gray',
  ShiftScaleRotate: 'shifted',
  RandomCrop: 'cropped',
  CenterCrop: 'cropped',
  RandomSizedCrop: 'cropped',
  RandomContrast: 'contrast-changed',
  RandomBrightness: 'brightness-changed',
  RandomGamma: 'gamma-changed',
  CLAHE: 'equalised',
  Blur: 'blurred',
  GaussNoise: 'noisy',
};

/** "turned": what a picture is after this transform; "transformed" after any other. */
export function pictureState(name: string): string {
  return states[name] ?? 'transformed';
}

/** "told clean from flipped in 51 of 100 pairs (judged interval 48.2–53.9); chance is 50" */
export function toldApart(name: string, { auroc, intervalJudged: [low, high] }: Auroc): string {
  return `told clean from ${pictureState(name)} in ${hundredth(auroc)} of 100 pairs (judged interval ${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)}); chance is 50`;
}

/** "it left all 2,000 pictures as they were" */
export function changedNothing(n: number): string {
  return `it has no effect here: it left all ${count(n)} pictures as they were`;
}

/** "of 98 recognised pictures of “left”, 98 become another class, 97 of them “right”" */
export function brokenClass(
  { class: index, outcome, n, changed, became }: ClassLabelEvidence,
  classes: readonly string[],
): string {
  const name = (one: number): string => `“${classes[one] ?? one}”`;
  const turned = outcome === null ? '' : ` at ${outcome}`;
  const target = became === null ? '' : `, ${count(became.count)} of them ${name(became.class)}`;
  return `of ${count(n)} recognised pictures of ${name(index)}${turned}, ${count(changed)} become another class${target}`;
}

/** " For the other classes it would be safe.", to be put behind a reason; empty without exceptions. `unknown`: indices of those too rare to tell. */
export function otherClasses(
  { otherClasses: verdict }: { readonly otherClasses: Verdict | null },
  unknown: readonly number[],
  classes: readonly string[],
): string {
  if (verdict === null) return '';
  return ` ${sentence(`for the other classes it would be ${verdict}`, verdict === 'safe' ? unknownOf(unknown, classes) : '')}`;
}

/** Classes that are listed by name; more are counted. */
const mostNamed = 3;

/** Labels may hold on the whole while nothing is known of a rare or hard class; empty where there is none. */
export function unknownOf(unknown: readonly number[], classes: readonly string[]): string {
  if (unknown.length === 0) return '';
  const named = unknown.slice(0, mostNamed).map((index) => `“${classes[index] ?? index}”`);
  const more = unknown.length > mostNamed ? ` and ${count(unknown.length - mostNamed)} more` : '';
  return `nothing is known of ${named.join(', ')}${more}, too few of whose pictures are recognised`;
}

/** The parts that are not empty as sentences: capitals first, full stops last. */
export function sentence(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => `${part[0].toUpperCase()}${part.slice(1)}.`)
    .join(' ');
}

/** A share as a number out of 100, "51"; a decimal where rounding would claim all or nothing: "99.7". */
export function hundredth(share: number): string {
  const rounded = Math.round(100 * share);
  const overstated = (rounded === 100 && share < 1) || (rounded === 0 && share > 0);
  return overstated ? Math.min(99.9, Math.max(0.1, 100 * share)).toFixed(1) : String(rounded);
}

/** A threshold as a number out of 100, as exactly as it can be chosen: "60", "53.5". */
export function thresholdInWords(threshold: number): string {
  return String(Number((100 * threshold).toFixed(1)));
}

/** "51 %" */
export function percent(share: number): string {
  return `${hundredth(share)} %`;
}

/** "64,000" */
export function count(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}
