import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import type { Image } from '../../src/augment/image';
import { createRandom } from '../../src/random/random';
import type { TruthSet } from './truthSet';

export interface WriteOptions {
  readonly seed: number;
  /** In all; every class gets the same number. */
  readonly images: number;
}

/** Writes a set as a folder of files with one folder a class. The same seed gives the same files. */
export async function writeSet(set: TruthSet, folder: string, { seed, images }: WriteOptions): Promise<void> {
  for (const [label, name] of set.classes.entries()) {
    await mkdir(join(folder, name), { recursive: true });
    for (let i = 0; i < images / set.classes.length; i++) {
      const image = set.draw(createRandom(seed, set.name, name, i), label);
      await encoder(image, set.file).toFile(join(folder, name, `${String(i).padStart(5, '0')}.${set.file}`));
    }
  }
}

/** The picture as it comes back from its file. */
export async function throughFile(image: Image, file: TruthSet['file']): Promise<Image> {
  if (file === 'png') return image;
  const data = await sharp(await encoder(image, file).toBuffer())
    .raw()
    .toBuffer();
  return { ...image, data: new Uint8Array(data) };
}

function encoder({ data, height, width, channels }: Image, file: TruthSet['file']): Sharp {
  const picture = sharp(data, { raw: { width, height, channels } });
  if (file === 'jpeg') return picture.jpeg({ quality: 90, chromaSubsampling: '4:2:0' });
  return (channels === 1 ? picture.toColourspace('b-w') : picture).png({ compressionLevel: 1 });
}
