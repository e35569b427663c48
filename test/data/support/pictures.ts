import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import type { Image } from '../../../src/augment/image';
import { createRandom } from '../../../src/random/random';

/** A picture of noise that is another one for every number. */
export function noisePicture(number: number, size: number, channels: 1 | 3 = 3): Image {
  const random = createRandom(number, 'test picture');
  const data = Uint8Array.from({ length: size * size * channels }, () => random.integer(0, 255));
  return { data, height: size, width: size, channels };
}

/** As the input of an encoder. */
export function toSharp({ data, height, width, channels }: Image): Sharp {
  const image = sharp(data, { raw: { width, height, channels } });
  return channels === 1 ? image.toColourspace('b-w') : image;
}

export function png(image: Image): Promise<Buffer> {
  return toSharp(image).png().toBuffer();
}

/** Writes files by their paths relative to the folder, and makes the folders they need. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** `count` PNGs of noise under their paths. */
export async function pngFiles(
  count: number,
  pathOf: (i: number) => string,
  pictureOf: (i: number) => Image = (i) => noisePicture(i, 8),
): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for (let i = 0; i < count; i++) files[pathOf(i)] = await png(pictureOf(i));
  return files;
}
