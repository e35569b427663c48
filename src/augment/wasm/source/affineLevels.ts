/** Replaces `length` bytes x by scale · x + shift, in float32 steps, cut to 0..255 and truncated. */
export function affineLevels(source: usize, target: usize, length: i32, scale: f32, shift: f32): void {
  const scales = f32x4.splat(scale);
  const shifts = f32x4.splat(shift);
  for (let i = 0; i < length; i += 16) {
    const levels = v128.load(source + i);
    const low = i16x8.extend_low_i8x16_u(levels);
    const high = i16x8.extend_high_i8x16_u(levels);
    const first = mapped(i32x4.extend_low_i16x8_u(low), scales, shifts);
    const second = mapped(i32x4.extend_high_i16x8_u(low), scales, shifts);
    const third = mapped(i32x4.extend_low_i16x8_u(high), scales, shifts);
    const fourth = mapped(i32x4.extend_high_i16x8_u(high), scales, shifts);
    v128.store(
      target + i,
      i8x16.narrow_i16x8_u(i16x8.narrow_i32x4_s(first, second), i16x8.narrow_i32x4_s(third, fourth)),
    );
  }
}

/** Truncated integers: beside 1.5 · 2^23 a float32 has no fraction, and its bits count up from those of 1.5 · 2^23 itself. */
function mapped(levels: v128, scales: v128, shifts: v128): v128 {
  const values = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(levels), scales), shifts);
  return i32x4.sub(f32x4.add(f32x4.trunc(values), f32x4.splat(12582912)), i32x4.splat(0x4b400000));
}
