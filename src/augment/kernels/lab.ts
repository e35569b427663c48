import { beginCall, kernels, placeTable, put, reserve, take } from '../wasm/kernelMemory';
import { cubeRoot, encoded, linearLight, luminance } from './labTables';

/** 8-bit CIE Lab as three planes of one byte per pixel: L·255/100, a + 128, b + 128. */
export interface LabPlanes {
  readonly lightness: Uint8Array;
  readonly a: Uint8Array;
  readonly b: Uint8Array;
}

/** Lab planes in the kernels' memory. */
export interface PlacedLab {
  readonly lightness: number;
  readonly a: number;
  readonly b: number;
}

const linearLightAt = placeTable(linearLight);
const cubeRootAt = placeTable(cubeRoot);
const luminanceAt = placeTable(luminance);
const encodedAt = placeTable(encoded);

/** RGB pixels → Lab; equal to OpenCV's 8-bit RGB2LAB for every colour. */
export function rgbToLab(pixels: Uint8Array): LabPlanes {
  const count = pixels.length / 3;
  beginCall();
  const { lightness, a, b } = placeLab(put(pixels), count);
  return { lightness: take(lightness, count), a: take(a, count), b: take(b, count) };
}

/** Lab → RGB pixels; equal to OpenCV's 8-bit LAB2RGB for every triple. */
export function labToRgb({ lightness, a, b }: LabPlanes): Uint8Array {
  beginCall();
  const placed = { lightness: put(lightness), a: put(a), b: put(b) };
  return takeRgb(placed, lightness.length);
}

/** As rgbToLab, within one call of the kernels. */
export function placeLab(pixels: number, count: number): PlacedLab {
  const planes = { lightness: reserve(count), a: reserve(count), b: reserve(count) };
  kernels.rgbToLab(pixels, count, linearLightAt, cubeRootAt, planes.lightness, planes.a, planes.b);
  return planes;
}

/** As labToRgb, within one call of the kernels. */
export function takeRgb({ lightness, a, b }: PlacedLab, count: number): Uint8Array {
  const target = reserve(3 * count);
  kernels.labToRgb(lightness, a, b, count, luminanceAt, encodedAt, target);
  return take(target, 3 * count);
}
