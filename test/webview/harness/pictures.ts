import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { applySubset } from '../../../src/augment/applySubset';
import type { Image } from '../../../src/augment/image';
import { createPool } from '../../../src/augment/pool';
import { encodeWebp } from '../../../src/data/encodeWebp';
import { createRandom } from '../../../src/random/random';

const demo = fileURLToPath(new URL('../../../demo/eurosat', import.meta.url));
const size = 32;
const made = new Map<string, Promise<Uint8Array>>();

/** A preview as a run would write it, out of the demo data: "original-2.webp" or "HorizontalFlip-2-0.webp"; null for another name. */
export function previewPicture(name: string): Promise<Uint8Array> | null {
  // Pictures at a strength, with marks and evidence images stand in as draws of their transform.
  const plain = name
    .replace(/^control-\w+-\d+-(\d)\.webp$/, 'original-$1.webp')
    .replace(/^magnitude-/, '')
    .replace(/^evidence-(\w+)-\w+-(\d)-(\w+)\.webp$/, (_, transform, index, kind) =>
      kind === 'clean' ? `original-${index}.webp` : `${transform}-${index}-0.webp`,
    );
  const parts = /^(\w+)-(\d)(?:-(\d))?\.webp$/.exec(plain);
  if (!parts) return null;
  const known = made.get(name) ?? make(parts[1], Number(parts[2]), Number(parts[3] ?? 0));
  made.set(name, known);
  return known;
}

async function make(transform: string, picture: number, draw: number): Promise<Uint8Array> {
  const image = await demoImage(picture);
  if (transform === 'original') return encodeWebp(image);
  const transforms = createPool({ names: [transform], profile: 'modern', size });
  const random = createRandom(1, transform, picture, draw);
  return encodeWebp(applySubset({ image, transforms, random, size }));
}

async function demoImage(index: number): Promise<Image> {
  const folder = join(demo, readdirSync(demo).sort()[index]);
  const [file] = readdirSync(folder).sort().slice(7);
  const { data, info } = await sharp(readFileSync(join(folder, file)))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(data), width: info.width, height: info.height, channels: 3 };
}
