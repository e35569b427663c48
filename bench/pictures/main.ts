import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../src/protocol/result';
import { evidencePicture, verdictPicture } from './charts';
import { previewSheet } from './previewSheet';

const target = join('docs', 'images');
const shown = ['HorizontalFlip', 'RandomCrop', 'RandomBrightness', 'ToGray', 'CLAHE', 'GaussNoise'];

/** Writes verdicts.svg, evidence.svg and previews.webp. The run's data must be free to publish: its pictures are shown. */
export async function main(): Promise<void> {
  const [run] = process.argv.slice(2);
  if (run === undefined) throw new Error('Name the folder of a finished run.');
  const result = JSON.parse(readFileSync(join(run, 'result.json'), 'utf8')) as Result;
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'verdicts.svg'), verdictPicture(result));
  writeFileSync(join(target, 'evidence.svg'), evidencePicture(result));
  writeFileSync(join(target, 'previews.webp'), await previewSheet(join(run, 'previews'), shown));
  const { dataset, settings } = result;
  console.log(
    `${dataset.images} images at ${settings.size} px, ${settings.presentations} presentations, seed ${settings.seed}`,
  );
}
