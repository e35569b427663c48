import type { Image } from '../image';
import { aToF, bToF, cubeRoot, encoded, inverseF, lightnessToF, lightnessToY, linearLight } from './labTables';

/** 8-bit CIE Lab as three planes of height × width: L·255/100, a + 128, b + 128. */
export interface LabPlanes {
  readonly lightness: Uint8Array;
  readonly a: Uint8Array;
  readonly b: Uint8Array;
}

/** RGB → Lab; equal to OpenCV's 8-bit RGB2LAB for every colour. */
export function rgbToLab({ data, height, width }: Image): LabPlanes {
  const count = height * width;
  const lightness = new Uint8ClampedArray(count);
  const a = new Uint8ClampedArray(count);
  const b = new Uint8ClampedArray(count);
  for (let i = 0, p = 0; i < count; i++, p += 3) {
    const red = linearLight[data[p]];
    const green = linearLight[data[p + 1]];
    const blue = linearLight[data[p + 2]];
    const x = cubeRoot[(1777 * red + 1541 * green + 778 * blue + 2048) >> 12];
    const y = cubeRoot[(871 * red + 2929 * green + 296 * blue + 2048) >> 12];
    const z = cubeRoot[(73 * red + 448 * green + 3575 * blue + 2048) >> 12];
    lightness[i] = (296 * y - 1336934 + 16384) >> 15;
    a[i] = (500 * (x - y) + 128 * 32768 + 16384) >> 15;
    b[i] = (200 * (y - z) + 128 * 32768 + 16384) >> 15;
  }
  return { lightness: bytes(lightness), a: bytes(a), b: bytes(b) };
}

/** Lab → RGB; equal to OpenCV's 8-bit LAB2RGB for every triple. */
export function labToRgb({ lightness, a, b }: LabPlanes, height: number, width: number): Image {
  const output = new Uint8Array(height * width * 3);
  for (let i = 0, p = 0; p < output.length; i++, p += 3) {
    const level = lightness[i];
    const f = lightnessToF[level];
    const x = inverseF(f + aToF[a[i]]);
    const y = lightnessToY[level];
    const z = inverseF(f - bToF[b[i]]);
    output[p] = encode((12615 * x - 6296 * y - 2223 * z + 8192) >> 14);
    output[p + 1] = encode((-3773 * x + 7684 * y + 185 * z + 8192) >> 14);
    output[p + 2] = encode((217 * x - 836 * y + 4715 * z + 8192) >> 14);
  }
  return { data: output, height, width, channels: 3 };
}

function encode(light: number): number {
  return encoded[light < 0 ? 0 : light > 4095 ? 4095 : light];
}

function bytes({ buffer, byteOffset, length }: Uint8ClampedArray): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}
