/** The default working side: 32 where the median shorter side is under 48 pixels, else 64. */
export function chooseSize(shorterSides: readonly number[]): number {
  return median(shorterSides) < 48 ? 32 : 64;
}

/** The middle value, the higher of two; NaN without values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Throws a RangeError that says what is allowed. */
export function checkSize(size: number): number {
  if (Number.isInteger(size) && size >= 16 && size <= 256) return size;
  throw new RangeError(`The working size must be a whole number of pixels from 16 to 256, not ${size}.`);
}
