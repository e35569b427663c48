import type { Image } from '../image';
import { beginCall, kernels, put, reserve, take } from '../wasm/kernelMemory';

/** Replaces every value by its entry in a table of 256. */
export function lookup({ data, height, width, channels }: Image, table: Uint8Array): Image {
  beginCall();
  const source = put(data);
  const target = reserve(data.length);
  kernels.lookup(source, target, data.length, put(table));
  return { data: take(target, data.length), height, width, channels };
}

/** A table of 256 from a function of the level; results are cut to 0..255 and truncated, as Albumentations does. */
export function lookupTable(map: (level: number) => number): Uint8Array {
  const table = new Uint8Array(256);
  for (let level = 0; level < 256; level++) {
    const value = map(level);
    table[level] = value < 0 ? 0 : value > 255 ? 255 : value;
  }
  return table;
}
