import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { arrowClasses, drawArrow } from '../data/generated/arrows';
import { createRandom } from '../random/random';

export interface ToySetOptions {
  readonly seed: number;
  /** Pictures in all; half point left. */
  readonly images?: number;
  /** Side in pixels. */
  readonly size?: number;
}

/** Writes the arrows set as a folder of PNG files with one folder a class, and returns nothing: the folder is the set. */
export async function writeToySet(folder: string, { seed, images = 1600, size = 32 }: ToySetOptions): Promise<void> {
  for (const direction of arrowClasses) {
    await mkdir(join(folder, direction), { recursive: true });
    for (let i = 0; i < images / arrowClasses.length; i++) {
      const { data } = drawArrow(createRandom(seed, 'arrows', direction, i), direction, size);
      const file = join(folder, direction, `${String(i).padStart(4, '0')}.png`);
      await sharp(data, { raw: { width: size, height: size, channels: 3 } })
        .png({ compressionLevel: 3 })
        .toFile(file);
    }
  }
}
