import { expect, it } from 'vitest';
import { labToRgb, rgbToLab } from '../../../src/augment/kernels/lab';
import { cubeRoot, encoded, linearLight, luminance } from '../../../src/augment/kernels/labTables';
import { xz } from './reference';

/** Every 17th of the 16.7 million triples: all values of the fastest coordinate with all of the slowest. */
const step = 17;
const count = Math.floor(2 ** 24 / step);

function triples(): Uint8Array {
  const data = new Uint8Array(3 * count);
  for (let i = 0; i < count; i++) {
    data[3 * i] = i * step;
    data[3 * i + 1] = (i * step) >> 8;
    data[3 * i + 2] = (i * step) >> 16;
  }
  return data;
}

it('RGB to Lab equals the formulas for a million colours', () => {
  const rgb = triples();
  const { lightness, a, b } = rgbToLab(rgb);
  let wrong = 0;
  for (let i = 0; i < count; i++) {
    const [red, green, blue] = [0, 1, 2].map((k) => linearLight[rgb[3 * i + k]]);
    const fx = cubeRoot[(1777 * red + 1541 * green + 778 * blue + 2048) >> 12];
    const fy = cubeRoot[(871 * red + 2929 * green + 296 * blue + 2048) >> 12];
    const fz = cubeRoot[(73 * red + 448 * green + 3575 * blue + 2048) >> 12];
    if (lightness[i] !== saturated((296 * fy - 1336934 + 16384) >> 15)) wrong++;
    if (a[i] !== saturated((500 * (fx - fy) + 128 * 32768 + 16384) >> 15)) wrong++;
    if (b[i] !== saturated((200 * (fy - fz) + 128 * 32768 + 16384) >> 15)) wrong++;
  }
  expect(wrong).toBe(0);
});

it('Lab to RGB equals the formulas for a million triples', () => {
  const lab = triples();
  const plane = (k: number): Uint8Array => Uint8Array.from({ length: count }, (_, i) => lab[3 * i + k]);
  const rgb = labToRgb({ lightness: plane(0), a: plane(1), b: plane(2) });
  const encode = (sum: number): number => encoded[Math.min(Math.max(sum >> 14, 0), 4095)];
  let wrong = 0;
  for (let i = 0; i < count; i++) {
    const [level, a, b] = lab.subarray(3 * i, 3 * i + 3);
    const [f, y] = luminance.subarray(2 * level, 2 * level + 2);
    const x = xz(f + ((5 * a * 53687 + 128) >> 13) - 4194);
    const z = xz(f - (((b * 41943 + 16) >> 9) - 10485 + 1));
    if (rgb[3 * i] !== encode(12615 * x - 6296 * y - 2223 * z + 8192)) wrong++;
    if (rgb[3 * i + 1] !== encode(-3773 * x + 7684 * y + 185 * z + 8192)) wrong++;
    if (rgb[3 * i + 2] !== encode(217 * x - 836 * y + 4715 * z + 8192)) wrong++;
  }
  expect(wrong).toBe(0);
});

function saturated(value: number): number {
  return Math.min(Math.max(value, 0), 255);
}
