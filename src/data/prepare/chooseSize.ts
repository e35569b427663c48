/** The default working side: 32 where the median shorter side is under 48 pixels, else 64. */
export function chooseSize(shorterSides: readonly number[]): number {
  const sorted = [...shorterSides].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] < 48 ? 32 : 64;
}
