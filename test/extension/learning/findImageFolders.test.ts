import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findImageFolders } from '../../../src/extension/learning/findImageFolders';
import { temporaryFolder } from '../../run/temporaryFolder';

function fill(root: string, files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), '');
  }
}

const pictures = (folder: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${folder}/${index}.jpg`);

async function found(files: readonly string[], options = {}): Promise<string[]> {
  const root = temporaryFolder();
  fill(root, files);
  return (await findImageFolders(root, options)).map((folder) => relative(root, folder)).sort();
}

describe('finding image folders', () => {
  it('knows one folder a class', async () => {
    expect(await found(['data/photos/cat/1.jpg', 'data/photos/dog/1.PNG', 'data/readme.md'])).toEqual(['data/photos']);
  });

  it('takes splits for a part of the data set, not for its classes', async () => {
    expect(await found(['set/train/a/1.webp', 'set/train/b/1.webp', 'set/test/a/2.webp', 'set/test/b/2.webp'])).toEqual(
      ['set'],
    );
  });

  it('knows the files of CIFAR and MNIST', async () => {
    expect(await found(['c/cifar-10-batches-py/data_batch_1', 'm/train-images-idx3-ubyte.gz'])).toEqual([
      'c/cifar-10-batches-py',
      'm',
    ]);
  });

  it('takes many pictures without classes for a data set, and a few for decoration', async () => {
    expect(await found([...pictures('scans', 60), ...pictures('docs/images', 12)])).toEqual(['scans']);
  });

  it('does not look into what tools keep for themselves', async () => {
    expect(await found([...pictures('node_modules/x', 80), ...pictures('.safe-aug/toy/left', 80)])).toEqual([]);
  });

  it('stops at its limits and survives circles', async () => {
    const root = temporaryFolder();
    fill(root, pictures('a/b/c/d/e/f', 80));
    symlinkSync(root, join(root, 'a', 'circle'));
    expect(await findImageFolders(root)).toEqual([]);
    expect(await findImageFolders(root, { deepest: 6 })).toHaveLength(1);
    expect(await findImageFolders(root, { deepest: 6, mostFolders: 3 })).toEqual([]);
    expect(await findImageFolders(join(root, 'missing'))).toEqual([]);
  });
});
