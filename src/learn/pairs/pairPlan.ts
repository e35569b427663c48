/** Pictures per pair: as many as evaluations on the way measure. */
const mostPictures = 1000;
/** Below this a probe is fitted on too few pictures to tell anything. */
const fewestPictures = 200;
/** Pictures of all pairs together, which many pairs share. */
const picturesInAll = 20_000;
/** An obvious pair is settled on these. */
const picturesAtFirst = 300;

/** Ordered pairs of different members: both orders of each. */
export function orderedPairs(members: readonly number[]): (readonly [number, number])[] {
  return members.flatMap((first) =>
    members.filter((other) => other !== first).map((second) => [first, second] as const),
  );
}

/** Numbers of pictures at which a pair is looked at, ascending: one or two. `available`: judging pictures. */
export function picturesPerPair(pairs: number, available: number): number[] {
  const share = Math.floor(picturesInAll / Math.max(1, pairs));
  const most = Math.min(available, Math.max(fewestPictures, Math.min(mostPictures, share)));
  // A first look at nearly as many pictures would only widen the intervals.
  return most >= 2 * picturesAtFirst ? [picturesAtFirst, most] : [most];
}
