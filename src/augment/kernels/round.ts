/** 1.5 · 2^52: a double of this size has no fraction bits left, so adding it rounds, and the hardware rounds ties to even. */
const noFractionBits = 6755399441055744;

/** Rounds to the nearest integer, ties to the even one (C's `rint`, OpenCV's `cvRound`). For |value| < 2^51. */
export function roundHalfEven(value: number): number {
  return value + noFractionBits - noFractionBits;
}
