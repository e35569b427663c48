/**
 * Luma (9798·R + 19235·G + 3735·B + 16384) >> 15 of `count` RGB pixels, written to all three channels; four pixels (12 bytes) at a time.
 * The rounding term is the product of a 1 that stands beside each blue.
 */
export function grayscale(source: usize, target: usize, count: i32): void {
  const redGreen = i8x16(0, -1, 1, -1, 3, -1, 4, -1, 6, -1, 7, -1, 9, -1, 10, -1);
  const blue = i8x16(2, -1, -1, -1, 5, -1, -1, -1, 8, -1, -1, -1, 11, -1, -1, -1);
  const threefold = i8x16(0, 0, 0, 4, 4, 4, 8, 8, 8, 12, 12, 12, -1, -1, -1, -1);
  const ones = i32x4.splat(1 << 16);
  const redGreenWeights = i32x4.splat(9798 | (19235 << 16));
  const blueWeights = i32x4.splat(3735 | (16384 << 16));
  for (let i = 0; i < count; i += 4) {
    const pixels = v128.load(source);
    const sum = i32x4.add(
      i32x4.dot_i16x8_s(i8x16.swizzle(pixels, redGreen), redGreenWeights),
      i32x4.dot_i16x8_s(v128.or(i8x16.swizzle(pixels, blue), ones), blueWeights),
    );
    v128.store(target, i8x16.swizzle(i32x4.shr_u(sum, 15), threefold));
    source += 12;
    target += 12;
  }
}
