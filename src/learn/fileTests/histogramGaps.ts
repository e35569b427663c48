import type { Image } from '../../augment/image';

/**
 * Share of the 256 levels between a channel's 5th and 95th percentile that no pixel has, averaged over the channels. 0..1. An
 * 8-bit lookup table that stretches levels leaves every n-th one empty, a comb that tells the computation, not the picture.
 */
export function histogramGaps({ data, channels }: Image): number {
  const pixels = data.length / channels;
  let share = 0;
  for (let channel = 0; channel < channels; channel++) {
    const counts = new Int32Array(256);
    for (let i = channel; i < data.length; i += channels) counts[data[i]]++;
    const low = percentile(counts, 0.05 * pixels);
    const high = percentile(counts, 0.95 * pixels);
    let empty = 0;
    for (let level = low; level <= high; level++) if (counts[level] === 0) empty++;
    share += empty / (high - low + 1) / channels;
  }
  return share;
}

/** The first level at which `rank` pixels are reached. */
function percentile(counts: Int32Array, rank: number): number {
  let level = 0;
  for (let below = counts[0]; below < rank;) below += counts[++level];
  return level;
}
