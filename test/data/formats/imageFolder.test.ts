import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../../src/data/dataset';
import { readDataset } from '../../../src/data/readDataset';
import { writeFiles } from '../support/pictures';
import { temporaryFolder } from '../support/temporaryFolder';

/** Reads a data set of empty files; nothing is decoded yet. */
async function read(...paths: string[]): Promise<Dataset> {
  const folder = temporaryFolder();
  writeFiles(folder, Object.fromEntries(paths.map((path) => [path, ''])));
  return readDataset(folder);
}

/** "path split class" of every item. */
function summary({ items, classes }: Dataset): string[] {
  return items.map(
    ({ source, label, split }) => `${source.kind === 'file' ? source.path : ''} ${split} ${classes[label] ?? '-'}`,
  );
}

describe('image-folder', () => {
  test('one folder per class', async () => {
    const dataset = await read('dog/1.jpg', 'cat/2.PNG', 'cat/deeper/3.webp', 'cat/notes.txt');
    expect(dataset).toMatchObject({
      format: 'image-folder',
      task: 'classification',
      classes: ['cat', 'dog'],
      notes: [],
    });
    expect(summary(dataset)).toEqual(['cat/2.PNG train cat', 'cat/deeper/3.webp train cat', 'dog/1.jpg train dog']);
  });

  test.each([
    ['train', 'val', 'test'],
    ['training', 'validation', 'testing'],
    ['Train', 'VALID', 'Test'],
  ])('splits named %s, %s, %s', async (train, val, testing) => {
    const dataset = await read(`${train}/cat/1.jpg`, `${train}/dog/1.jpg`, `${val}/dog/2.jpg`, `${testing}/cat/3.jpg`);
    expect(dataset.classes).toEqual(['cat', 'dog']);
    expect(summary(dataset).sort()).toEqual(
      [
        `${train}/cat/1.jpg train cat`,
        `${train}/dog/1.jpg train dog`,
        `${val}/dog/2.jpg val dog`,
        `${testing}/cat/3.jpg test cat`,
      ].sort(),
    );
  });

  test('classes are in the order of code points, as in torchvision', async () => {
    expect((await read('b/1.jpg', 'a/1.jpg', 'B/1.jpg', '10/1.jpg', '9/1.jpg')).classes).toEqual([
      '10',
      '9',
      'B',
      'a',
      'b',
    ]);
  });

  test('a class may be called train', async () => {
    const dataset = await read('train/1.jpg', 'car/2.jpg', 'plane/3.jpg');
    expect(dataset.classes).toEqual(['car', 'plane', 'train']);
    expect(summary(dataset)).toContain('train/1.jpg train train');
  });

  test('a test split without labels keeps its pictures, without labels', async () => {
    const dataset = await read('train/cat/1.jpg', 'train/dog/2.jpg', 'test/3.jpg');
    expect(summary(dataset)).toEqual(['test/3.jpg test -', 'train/cat/1.jpg train cat', 'train/dog/2.jpg train dog']);
    expect(dataset.notes).toEqual([]);
  });

  test('says what it leaves out: loose images, other folders, folders without images', async () => {
    const dataset = await read(
      'train/cat/1.jpg',
      'train/dog/2.jpg',
      'train/bird/readme.txt',
      'train/loose.jpg',
      'figures/4.jpg',
    );
    expect(dataset.classes).toEqual(['cat', 'dog']);
    expect(dataset.notes).toEqual([
      'Not used: 2 images outside the class folders.',
      '1 folder without images: train/bird.',
    ]);
    const classes = await read('cat/1.jpg', 'dog/2.jpg', 'bird/readme.txt', 'sample.jpg');
    expect(classes.classes).toEqual(['cat', 'dog']);
    expect(classes.notes).toEqual(['Not used: 1 image outside the class folders.', '1 folder without images: bird.']);
  });

  test('a wrapper around the data set is passed through', async () => {
    const dataset = await read('archive/data/cat/1.jpg', 'archive/data/dog/2.jpg', '__MACOSX/x.jpg');
    expect(dataset.root.endsWith('data')).toBe(true);
    expect(summary(dataset)).toEqual(['cat/1.jpg train cat', 'dog/2.jpg train dog']);
  });
});

describe('flat-folder', () => {
  test('images without labels', async () => {
    const dataset = await read('1.jpg', '2.png', 'more/3.gif');
    expect(dataset).toMatchObject({ format: 'flat-folder', task: 'none', classes: [] });
    expect(summary(dataset)).toEqual(['1.jpg train -', '2.png train -', 'more/3.gif train -']);
  });

  test('one class alone is no class', async () => {
    expect(await read('cat/1.jpg', 'cat/2.jpg', 'readme.txt')).toMatchObject({ format: 'flat-folder', task: 'none' });
  });

  test('splits without classes', async () => {
    const dataset = await read('train/1.jpg', 'test/2.jpg');
    expect(dataset.task).toBe('none');
    expect(summary(dataset)).toEqual(['test/2.jpg test -', 'train/1.jpg train -']);
  });
});

describe('what is not recognised', () => {
  test('shows what was found and what would be recognised', async () => {
    const error = await read('cat/1.txt', 'dog/2.txt', 'labels.csv').catch((reason: Error) => reason);
    expect(error).toMatchObject({ name: 'DataError' });
    const { message } = error as Error;
    expect(message).toContain('2 folders (cat: no images, dog: no images), 1 file (.csv 1); no images in all');
    expect(message).toMatch(/image-folder +a folder for each class/);
    expect(message).toMatch(/mnist-idx/);
  });

  test('an empty folder, a missing one, an archive, another file', async () => {
    const folder = temporaryFolder();
    await expect(readDataset(folder)).rejects.toThrow(/Found: nothing\./);
    await expect(readDataset(`${folder}/missing`)).rejects.toThrow(/There is nothing at .*missing/);
    writeFiles(folder, { 'data.zip': 'x', 'a/1.jpg': '', 'b/2.jpg': '' });
    await expect(readDataset(`${folder}/data.zip`)).rejects.toThrow(/data\.zip is an archive\. Unpack it/);
    await expect(readDataset(`${folder}/a/1.jpg`)).rejects.toThrow(/1\.jpg is a file\. Give the folder/);
  });
});
