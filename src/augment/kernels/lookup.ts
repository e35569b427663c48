import type { Image } from '../image';

/** Replaces every value by its entry in a table of 256. */
export function lookup(image: Image, table: Uint8Array): Image {
  const { data, height, width, channels } = image;
  const output = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) output[i] = table[data[i]];
  return { data: output, height, width, channels };
}

/** A table of 256 from a function of the level; results are cut to 0..255 and truncated, as Albumentations does. */
export function lookupTable(map: (level: number) => number): Uint8Array {
  const table = new Uint8Array(256);
  for (let level = 0; level < 256; level++) table[level] = Math.min(Math.max(map(level), 0), 255);
  return table;
}

/** Levels times `factor` in float32, as Albumentations' multiplications. */
export function scaledLevels(factor: number): Uint8Array {
  const rounded = Math.fround(factor);
  return lookupTable((level) => Math.fround(level * rounded));
}
