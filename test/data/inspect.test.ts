import { describe, expect, test } from 'vitest';
import { inspectDataset } from '../../src/data/inspect';
import { noisePicture, pngFiles, toSharp, writeFiles } from './support/pictures';
import { temporaryFolder } from './support/temporaryFolder';
import { testWorkers } from './support/workers';

describe('inspectDataset', () => {
  test('says what a data set is', async () => {
    const folder = temporaryFolder();
    const files = await pngFiles(
      12,
      (i) => `${i < 8 ? 'train' : 'test'}/${i % 2 === 0 ? 'cat' : 'dog'}/${i + 10}.png`,
      (i) => noisePicture(i, i < 7 ? 8 : 20, i === 0 ? 1 : 3),
    );
    writeFiles(folder, {
      ...files,
      'train/cat/empty.png': '',
      'test/dog/copy.png': files['train/dog/11.png'],
      'train/cat/mislabelled.png': files['train/dog/13.png'],
    });
    const inspection = await inspectDataset(folder, { workers: testWorkers() });
    expect(inspection).toMatchObject({
      format: 'image-folder',
      task: 'classification',
      images: 15,
      examined: 15,
      splits: { train: 10, test: 5 },
      classes: [
        { name: 'cat', count: 8, bySplit: { train: 6, test: 2 } },
        { name: 'dog', count: 7, bySplit: { train: 4, test: 3 } },
      ],
      sizes: {
        shorter: { min: 8, median: 8, max: 20 },
        longer: { min: 8, median: 8, max: 20 },
        common: [
          { width: 8, height: 8, count: 9 },
          { width: 20, height: 20, count: 5 },
        ],
      },
      channels: { gray: 1, rgb: 13 },
      duplicates: {
        copies: 2,
        acrossSplits: 1,
        examples: [['test/dog/copy.png', 'train/dog/11.png']],
        acrossClasses: 1,
      },
      skipped: { count: 1, files: [{ file: 'train/cat/empty.png', reason: 'empty' }] },
      workingSize: 32,
      fingerprint: { files: 15 },
      notes: [],
    });
    expect(inspection.fingerprint.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('finds near-duplicates, and where they are', async () => {
    const folder = temporaryFolder();
    const files = await pngFiles(
      10,
      (i) => `train/${i % 2 === 0 ? 'cat' : 'dog'}/${i}.png`,
      (i) => noisePicture(i, 32),
    );
    const again = (i: number): Promise<Buffer> => toSharp(noisePicture(i, 32)).linear(0.97, 3).png().toBuffer();
    writeFiles(folder, {
      ...files,
      'test/dog/exact.png': files['train/dog/1.png'],
      'test/dog/bright.png': await again(3),
      'train/dog/other.png': await again(4),
    });
    const { duplicates, nearDuplicates } = await inspectDataset(folder, { workers: testWorkers() });
    expect(duplicates.copies).toBe(1);
    expect(nearDuplicates).toEqual({
      groups: 2,
      pictures: 4,
      acrossSplits: 1,
      acrossClasses: 1,
      examples: [
        ['test/dog/bright.png', 'train/dog/3.png'],
        ['train/cat/4.png', 'train/dog/other.png'],
      ],
    });
  });

  test('bad data is described, not refused', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { '1.png': '', '2.png': 'text' });
    const inspection = await inspectDataset(folder, { workers: testWorkers() });
    expect(inspection).toMatchObject({
      task: 'none',
      images: 2,
      sizes: null,
      workingSize: null,
      skipped: { count: 2 },
      classes: [],
    });
  });

  test('opens no more pictures than told', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, await pngFiles(40, (i) => `${i % 4}/${i}.png`));
    const seen: number[] = [];
    const options = { workers: testWorkers(), maxImages: 20, onProgress: (done: number) => seen.push(done) };
    expect(await inspectDataset(folder, options)).toMatchObject({ images: 40, examined: 20 });
    expect(seen.at(-1)).toBe(20);
  });
});
