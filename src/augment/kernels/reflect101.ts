/**
 * Where a position outside 0..length − 1 is mirrored to, without repeating the edge pixel (dcb|abcd|cba): OpenCV's
 * BORDER_REFLECT_101, for any distance and any length.
 */
export function reflect101(position: number, length: number): number {
  if (position >= 0 && position < length) return position;
  if (length === 1) return 0;
  const period = 2 * (length - 1);
  const phase = ((position % period) + period) % period;
  return phase < length ? phase : period - phase;
}
