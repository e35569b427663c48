import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../../src/data/dataset';
import { createBudgetMemory, openBudget } from '../../../src/data/decode/decodeBudget';
import { withImage } from '../../../src/data/decode/loadSource';
import { readDataset } from '../../../src/data/readDataset';
import { writeFiles } from '../support/pictures';
import { temporaryFolder } from '../support/temporaryFolder';

const plane = 32 * 32;
const names = Array.from({ length: 10 }, (_, i) => `class ${i}`);

/** Byte k of a picture that starts with `first`, as in makePickles.py. */
const pixels = (first: number): Uint8Array => Uint8Array.from({ length: 3 * plane }, (_, k) => (first + 7 * k) % 256);
const record = (...labels: number[]): Uint8Array =>
  Buffer.concat([Uint8Array.from(labels), pixels(labels.at(-1)! * 10)]);

/** The decoded picture's channels, each in one piece again. */
async function planesOf(dataset: Dataset, item: number): Promise<Uint8Array> {
  const { source } = dataset.items[item];
  const image = await withImage(dataset, source, openBudget(createBudgetMemory()), (decoded) => decoded);
  expect(image).toMatchObject({ height: 32, width: 32, channels: 3 });
  return Uint8Array.from({ length: 3 * plane }, (_, k) => image.data[(k % plane) * 3 + Math.floor(k / plane)]);
}

describe('CIFAR binary', () => {
  test('CIFAR-10', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      'cifar-10-batches-bin/data_batch_1.bin': Buffer.concat([record(3), record(9)]),
      'cifar-10-batches-bin/data_batch_2.bin': record(0),
      'cifar-10-batches-bin/test_batch.bin': record(5),
      'cifar-10-batches-bin/batches.meta.txt': names.join('\n') + '\n\n',
      'cifar-10-batches-bin/readme.html': '',
    });
    const dataset = await readDataset(folder);
    expect(dataset).toMatchObject({ format: 'cifar-10-binary', task: 'classification', classes: names });
    expect(dataset.items.map(({ label, split }) => [label, split])).toEqual([
      [3, 'train'],
      [9, 'train'],
      [0, 'train'],
      [5, 'test'],
    ]);
    expect(dataset.fingerprint).toMatchObject({ files: 3, bytes: 4 * 3073 });
    expect(await planesOf(dataset, 1)).toEqual(pixels(90));
    expect(await planesOf(dataset, 3)).toEqual(pixels(50));
    // One of its files stands for the folder.
    expect(await readDataset(join(dataset.root, 'data_batch_2.bin'))).toEqual(dataset);
  });

  test('CIFAR-100 takes the fine label', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'train.bin': Buffer.concat([record(1, 23), record(19, 99)]), 'test.bin': record(2, 0) });
    const dataset = await readDataset(folder);
    expect(dataset.format).toBe('cifar-100-binary');
    expect(dataset.classes).toHaveLength(100);
    expect(dataset.items.map(({ label }) => label)).toEqual([23, 99, 0]);
    expect(await planesOf(dataset, 1)).toEqual(pixels(990));
  });

  test('truncated files and impossible labels are named', async () => {
    const truncated = temporaryFolder();
    writeFiles(truncated, { 'data_batch_1.bin': record(1).subarray(0, 3000), 'batches.meta.txt': '' });
    await expect(readDataset(truncated)).rejects.toThrow(/data_batch_1\.bin has 3000 bytes.*download it again/);
    const wrong = temporaryFolder();
    writeFiles(wrong, { 'data_batch_1.bin': record(10), 'batches.meta.txt': '' });
    await expect(readDataset(wrong)).rejects.toThrow(/a picture of class 10/);
  });
});

describe('CIFAR python', () => {
  const stored = (name: string): string => join(__dirname, '../pickle', `${name}.pickle.bin`);

  test.each(['python2', 'protocol2', 'protocol4'])('CIFAR-10 as %s writes it', async (pickle) => {
    const folder = temporaryFolder();
    copyFileSync(stored(pickle), join(folder, 'data_batch_1'));
    copyFileSync(stored(pickle), join(folder, 'test_batch'));
    copyFileSync(stored('meta'), join(folder, 'batches.meta'));
    const dataset = await readDataset(folder);
    expect(dataset).toMatchObject({ format: 'cifar-10-python', task: 'classification', classes: names });
    expect(dataset.items.map(({ label, split }) => [label, split])).toEqual([
      [3, 'train'],
      [9, 'train'],
      [3, 'test'],
      [9, 'test'],
    ]);
    expect(await planesOf(dataset, 0)).toEqual(pixels(0));
    expect(await planesOf(dataset, 3)).toEqual(pixels(31));
    // Only where pixels are not in one piece in the file are they held in memory.
    expect(dataset.containers.map(({ content }) => content !== null)).toEqual(Array(2).fill(pickle === 'protocol2'));
  });

  test('labels of another kind are refused', async () => {
    const folder = temporaryFolder();
    const pickle = readFileSync(stored('python2'));
    const list = pickle.indexOf(Buffer.from('K\x03K\x09', 'latin1')); // the labels 3 and 9
    pickle[list + 1] = 77;
    writeFiles(folder, { data_batch_1: pickle, 'batches.meta': readFileSync(stored('meta')) });
    await expect(readDataset(folder)).rejects.toThrow(/data_batch_1 cannot be used.*class 77/);
    writeFiles(folder, { data_batch_1: readFileSync(stored('meta')) });
    await expect(readDataset(folder)).rejects.toThrow(/"data" is no array/);
  });

  test('a hostile pickle is refused by name', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { train: 'cposix\nsystem\n(S"id"\ntR.', test: '', meta: '' });
    await expect(readDataset(folder)).rejects.toThrow(/train cannot be used.*"posix\.system".*refused/);
  });

  test('a truncated pickle is refused', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      data_batch_1: readFileSync(stored('python2')).subarray(0, 4000),
      'batches.meta': readFileSync(stored('meta')),
    });
    await expect(readDataset(folder)).rejects.toThrow(/data_batch_1 cannot be used.*ends too early/);
  });
});
