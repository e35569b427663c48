import type { Image } from '../image';
import { beginCall, kernels, placeTable, put, reserve, take } from '../wasm/kernelMemory';
import { zigguratLayers } from './ziggurat';

/** A field of noise in levels: given, one value per pixel and channel; or normal with mean zero, a function of its seed (32 bits). */
export type Noise = { readonly noise: Float32Array } | { readonly standardDeviation: number; readonly seed: number };

export interface AddNoiseOptions {
  /** First subtract the smallest value of the field from all. */
  readonly fromMinimum: boolean;
}

const layers = placeTable(zigguratLayers());

/** Adds noise, truncated towards zero, to every value and cuts the sums to 0..255. */
export function addNoise(image: Image, noise: Noise, { fromMinimum }: AddNoiseOptions): Image {
  const { data, height, width, channels } = image;
  beginCall();
  const source = put(data);
  const target = reserve(data.length);
  const field = 'noise' in noise ? put(bytesOf(noise.noise)) : placeNormals(data.length, noise.seed);
  const scale = 'noise' in noise ? 1 : noise.standardDeviation;
  const offset = fromMinimum ? scale * kernels.minimum(field, data.length) : 0;
  kernels.addNoise(source, target, data.length, field, scale, offset);
  return { data: take(target, data.length), height, width, channels };
}

/** `count` independent standard normal values; the same seed gives the same values. */
export function normalField(count: number, seed: number): Float32Array {
  beginCall();
  const bytes = take(placeNormals(count, seed), 4 * count);
  return new Float32Array(bytes.buffer, bytes.byteOffset, count);
}

function placeNormals(count: number, seed: number): number {
  const field = reserve(4 * count);
  kernels.normals(field, count, seed, layers, reserve(6144));
  return field;
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
