import { standardLooks, type StandardLooks } from './standardLooks';

/**
 * Two pictures may be near-duplicates where their small gray versions correlate at least at 0.95: unit vectors at most √(2·0.05)
 * apart. Re-encoded, resized and slightly brighter copies stay well within it, most pictures of one thing do not.
 */
const farthest = Math.sqrt(2 * 0.05);
/** … and their mean colours differ by at most so many levels in each channel: the same shape in another colour is another picture. */
const largestColourStep = 24;
/** A picture with more look-alikes than this is an ordinary one of its data set (a fixed camera, a digit 1), not a duplicate. */
const mostLookAlikes = 20;
/** How much more look-alikes there may be within twice the distance; see `standsAlone`. */
const mostGrowth = 2;

/**
 * Groups near-duplicates: for each look the index of its group's first member, which is itself where it has none. A group is one
 * picture and those that look like it (no chains), in the order of the looks, so at most 21 pictures.
 *
 * How alike is too alike depends on the data: two digits 1 correlate at 0.99 and are different drawings, two photographs of
 * CIFAR-10 at 0.95 are one photograph. So a pair counts only where both stand alone together: see `standsAlone`.
 *
 * About a second for 20,000 looks.
 */
export function groupNearDuplicates(looks: readonly Uint8Array[]): Int32Array {
  const standard = standardLooks(looks);
  const alike = lookAlikes(looks, standard);
  const leaders = Int32Array.from(looks.keys());
  for (const [picture, others] of alike.entries()) {
    if (leaders[picture] !== picture) continue;
    for (const other of others) {
      // A picture that leads a group of its own stays where it is.
      if (other < picture || leaders[other] !== other || alike[other].some((one) => leaders[one] === other)) continue;
      if (standsAlone(standard, alike, picture, other) && standsAlone(standard, alike, other, picture)) {
        leaders[other] = picture;
      }
    }
  }
  return leaders;
}

/** For every picture those that look like it, ascending; none where there are too many. */
function lookAlikes(looks: readonly Uint8Array[], standard: StandardLooks): number[][] {
  const found: number[][] = looks.map(() => []);
  for (const [place, one] of standard.order.entries()) {
    standard.laterWithin(place, farthest, (other) => {
      if (!sameColour(looks[one], looks[other])) return;
      // One more than the most says all there is to say.
      if (found[one].length <= mostLookAlikes) found[one].push(other);
      if (found[other].length <= mostLookAlikes) found[other].push(one);
    });
  }
  return found.map((others) => (others.length > mostLookAlikes ? [] : others.sort((a, b) => a - b)));
}

function sameColour(one: Uint8Array, other: Uint8Array): boolean {
  for (let i = one.length - 3; i < one.length; i++) {
    if (Math.abs(one[i] - other[i]) > largestColourStep) return false;
  }
  return true;
}

/**
 * Whether `other` is nearer to `picture` than ordinary neighbours are. Among drawings that vary freely in d ways, twice the distance
 * holds 2^d times as many; around a duplicate there is nothing else (or, in a film, twice as many frames).
 */
function standsAlone(
  standard: StandardLooks,
  alike: readonly (readonly number[])[],
  picture: number,
  other: number,
): boolean {
  const near = standard.distance(picture, other);
  const inside = alike[picture].filter((one) => standard.distance(picture, one) <= near).length;
  let around = 0;
  standard.within(picture, 2 * near, () => ++around <= mostGrowth * inside);
  return around <= mostGrowth * inside;
}
