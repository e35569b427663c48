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

/** 8-bit L → linear Y. */
export const lightnessToY = new Uint16Array(256);
/** 8-bit L → f(Y). */
export const lightnessToF = new Uint16Array(256);
for (let level = 0; level < 256; level++) {
  if (level <= 20) {
    lightnessToY[level] = roundHalfEven((level * one * 180) / (17 * 29 ** 3));
    lightnessToF[level] = roundHalfEven(one * (16 / 116 + (5 * level) / (3 * 17 * 29)));
  } else {
    const f = (level * 100 * one) / (255 * 116) + (16 * one) / 116;
    lightnessToF[level] = roundHalfEven(f);
    lightnessToY[level] = roundHalfEven((f * f * f) / (one * one));
  }
}

/** 8-bit a → f(X) − f(Y). */
export const aToF = Int32Array.from({ length: 256 }, (_, a) => ((5 * a * 53687 + 128) >> 13) - 4194);
/** 8-bit b → f(Y) − f(Z). */
export const bToF = Int32Array.from({ length: 256 }, (_, b) => ((b * 41943 + 16) >> 9) - 10485 + 1);

/** Linear light (0..4095) → sRGB level. */
export const encoded = Uint8Array.from({ length: 4096 }, (_, i) => {
  const t = i / 4096;
  return roundHalfEven(255 * (t <= 0.0031308 ? 12.92 * t : 1.055 * t ** (1 / 2.4) - 0.055));
});

/** f → linear X or Z, for −8145..28718. */
export function inverseF(f: number): number {
  if (f <= 3390) return (((108 * f) / 841) | 0) - 290;
  return (((f * f) >> 14) * f) >> 14;
}
