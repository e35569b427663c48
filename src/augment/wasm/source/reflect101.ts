/** Where a position outside 0..length − 1 is mirrored to, without repeating the edge pixel; any distance, any length. */
export function reflect101(position: i32, length: i32): i32 {
  const last = length - 1;
  // Nearly all positions lie inside or less than one length away: no division for them.
  if (position < 0) position = -position;
  if (position <= last) return position;
  if (last === 0) return 0;
  const period = 2 * last;
  const phase = position <= period ? position : position % period;
  return phase <= last ? phase : period - phase;
}
