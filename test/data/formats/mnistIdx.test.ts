import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createBudgetMemory, openBudget } from '../../../src/data/decode/decodeBudget';
import { withImage } from '../../../src/data/decode/loadSource';
import { readDataset } from '../../../src/data/readDataset';
import { writeFiles } from '../support/pictures';
import { temporaryFolder } from '../support/temporaryFolder';

const height = 5;
const width = 4;
const pixels = Uint8Array.from({ length: 3 * height * width }, (_, k) => k);

function idx(magic: number, dimensions: readonly number[], data: Uint8Array): Buffer {
  const header = Buffer.alloc(4 + 4 * dimensions.length);
  [magic, ...dimensions].forEach((value, i) => header.writeUInt32BE(value, 4 * i));
  return Buffer.concat([header, data]);
}

const images = idx(0x803, [3, height, width], pixels);
const labels = idx(0x801, [3], Uint8Array.of(2, 0, 1));

describe('mnist-idx', () => {
  test.each([
    ['plain', 'train-images-idx3-ubyte', 'train-labels-idx1-ubyte', (bytes: Buffer) => bytes],
    ['with a dot', 'train-images.idx3-ubyte', 'train-labels.idx1-ubyte', (bytes: Buffer) => bytes],
    ['compressed', 'train-images-idx3-ubyte.gz', 'train-labels-idx1-ubyte.gz', (bytes: Buffer) => gzipSync(bytes)],
  ])('%s', async (_, imagesName, labelsName, pack) => {
    const folder = temporaryFolder();
    const testFiles = { 't10k-images-idx3-ubyte': images, 't10k-labels-idx1-ubyte': labels };
    writeFiles(folder, {
      [`raw/${imagesName}`]: pack(images),
      [`raw/${labelsName}`]: pack(labels),
      'raw/t10k-images-idx3-ubyte': testFiles['t10k-images-idx3-ubyte'],
      'raw/t10k-labels-idx1-ubyte': labels,
    });
    const dataset = await readDataset(folder);
    expect(dataset).toMatchObject({ format: 'mnist-idx', task: 'classification', classes: ['0', '1', '2'] });
    expect(dataset.items.map(({ label, split }) => `${label} ${split}`)).toEqual([
      '2 train',
      '0 train',
      '1 train',
      '2 test',
      '0 test',
      '1 test',
    ]);
    for (const [item, index] of [
      [1, 1],
      [5, 2],
    ]) {
      const { source } = dataset.items[item];
      const image = await withImage(dataset, source, openBudget(createBudgetMemory()), (decoded) => decoded);
      expect(image).toMatchObject({ height, width, channels: 1 });
      expect([...image.data]).toEqual([...pixels.subarray(index * 20, (index + 1) * 20)]);
    }
  });

  test('the plain file is taken where both are there', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      'train-images-idx3-ubyte': images,
      'train-images-idx3-ubyte.gz': 'broken',
      'train-labels-idx1-ubyte': labels,
    });
    expect((await readDataset(folder)).items).toHaveLength(3);
  });

  test.each([
    ['truncated pictures', images.subarray(0, 50), labels, /should have 76 bytes for 3 pictures of 5 x 4, but has 50/],
    ['a missing label', images, idx(0x801, [2], Uint8Array.of(0, 1)), /3 pictures.*2 labels/],
    ['labels in place of pictures', labels, labels, /train-images-idx3-ubyte is no idx file/],
    ['an empty file', Buffer.alloc(0), labels, /train-images-idx3-ubyte is no idx file/],
    ['a header that promises too much', idx(0x803, [2 ** 32 - 1, 2 ** 32 - 1, 1], pixels), labels, /should have/],
  ])('%s', async (_, imageFile, labelFile, message) => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'train-images-idx3-ubyte': imageFile, 'train-labels-idx1-ubyte': labelFile });
    await expect(readDataset(folder)).rejects.toThrow(message);
  });

  test('a damaged archive', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      'train-images-idx3-ubyte.gz': gzipSync(images).subarray(0, 30),
      'train-labels-idx1-ubyte': labels,
    });
    await expect(readDataset(folder)).rejects.toThrow(/could not be unpacked.*download it again/);
  });

  test('an archive that would fill the memory is refused', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      'train-images-idx3-ubyte.gz': gzipSync(Buffer.alloc(257 * 2 ** 20), { level: 1 }),
      'train-labels-idx1-ubyte': labels,
    });
    await expect(readDataset(folder)).rejects.toThrow(/more than 256 MB.*gunzip/);
  });
});
