import { roundHalfEven } from './round';

/** OpenCV's integer tables for 8-bit RGB ↔ CIE Lab (sRGB primaries and gamma, white point D65). */

/** 1.0 in the inverse direction's fixed point. */
const one = 16384;

/** sRGB level → linear light, 0..2040. */
export const linearLight = Uint16Array.from({ length: 256 }, (_, level) => {
  const t = level / 255;
  return roundHalfEven(2040 * (t <= 0.04045 ? t / 12.92 : ((t + 0.055) / 1.055) ** 2.4));
});

/** Linear X, Y or Z (0..2040) → CIE's f, where 32768 is 1. */
export const cubeRoot = Uint16Array.from({ length: 2041 }, (_, i) => {
  const t = i / 2040;
  return roundHalfEven(32768 * (t >= 216 / 24389 ? Math.cbrt(t) : (t * 841) / 108 + 16 / 116));
});
// Two entries on which OpenCV's own arithmetic falls on the other side.
cubeRoot[49] = 9454;
cubeRoot[628] = 22126;

/** 8-bit L → the pair of f(Y) and linear Y. */
export const luminance = new Uint16Array(512);
for (let level = 0; level < 256; level++) {
  const dark = level <= 20;
  const f = dark
    ? one * (16 / 116 + (5 * level) / (3 * 17 * 29))
    : (level * 100 * one) / (255 * 116) + (16 * one) / 116;
  luminance[2 * level] = roundHalfEven(f);
  luminance[2 * level + 1] = roundHalfEven(dark ? (level * one * 180) / (17 * 29 ** 3) : (f * f * f) / (one * one));
}

/** Linear light (0..4095) → sRGB level. */
export const encoded = Uint8Array.from({ length: 4096 }, (_, i) => {
  const t = i / 4096;
  return roundHalfEven(255 * (t <= 0.0031308 ? 12.92 * t : 1.055 * t ** (1 / 2.4) - 0.055));
});
