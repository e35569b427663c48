import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataError } from '../dataError';
import type { Container, Item } from '../dataset';
import type { FileEntry } from '../folder/folderTree';
import { integersOf } from '../pickle/numpyState';
import { NumpyArray, PickleError, type PickleValue } from '../pickle/pickleValue';
import { readPickle } from '../pickle/readPickle';
import { batchFiles, cifarBytes, cifarShape } from './cifar';
import type { Format, FormatInput } from './format';
import { fileNamed, fingerprintOfFiles, maxUnpackedBytes, numberNames, toShared } from './packedFiles';

/** Pickled dicts with an N × 3,072 array `data` and a list of labels (https://www.cs.toronto.edu/~kriz/cifar.html, "python version"). */
export const cifar10Python = cifarPython({
  name: 'cifar-10-python',
  layout: 'the files of "CIFAR-10 python version": data_batch_1 …, test_batch, batches.meta',
  files: { train: /^data_batch_\d+$/, test: /^test_batch$/ },
  labels: 'labels',
  meta: 'batches.meta',
  names: 'label_names',
  classCount: 10,
});

export const cifar100Python = cifarPython({
  name: 'cifar-100-python',
  layout: 'the files of "CIFAR-100 python version": train, test, meta',
  files: { train: /^train$/, test: /^test$/ },
  labels: 'fine_labels',
  meta: 'meta',
  names: 'fine_label_names',
  classCount: 100,
});

interface Variant {
  readonly name: string;
  readonly layout: string;
  readonly files: { readonly train: RegExp; readonly test: RegExp };
  /** Keys of the dicts. */
  readonly labels: string;
  readonly names: string;
  readonly meta: string;
  readonly classCount: number;
}

function cifarPython(variant: Variant): Format {
  const { name, layout } = variant;
  return {
    name,
    layout,
    recognises: (tree) =>
      fileNamed(tree, variant.meta) !== undefined &&
      batchFiles(tree, variant.files).some(({ split }) => split === 'train'),
    read: async (input) => {
      const files = batchFiles(input.tree, variant.files);
      const items: Item[] = [];
      const containers: Container[] = [];
      for (const [container, { file, split }] of files.entries()) {
        input.signal?.throwIfAborted();
        const { labels, firstByte, content } = await readBatch(input, file, variant);
        containers.push({ ...cifarShape, path: file.name, content });
        labels.forEach((label, index) => {
          const offset = firstByte + index * cifarBytes;
          items.push({ source: { kind: 'packed', container, offset, index }, label, split });
        });
      }
      const classes = await readNames(input, variant);
      return { classes, items, containers, fingerprint: fingerprintOfFiles(files.map(({ file }) => file)) };
    },
  };
}

interface PickledBatch {
  readonly labels: readonly number[];
  /** Where the first picture starts, in the file or in `content`. */
  readonly firstByte: number;
  readonly content: SharedArrayBuffer | null;
}

async function readBatch(input: FormatInput, file: FileEntry, variant: Variant): Promise<PickledBatch> {
  const bytes = await readPickleFile(input, file);
  const dict = unpickle(bytes, file.name);
  const data = dict.get('data');
  const labels = integers(dict.get(variant.labels));
  if (!isPixelArray(data)) throw damaged(file.name, `"data" is no array of N × ${cifarBytes} unsigned bytes`);
  if (labels?.length !== data.shape[0]) {
    throw damaged(file.name, `"${variant.labels}" is no list with a label for each picture`);
  }
  const wrong = labels.find((label) => !Number.isInteger(label) || label < 0 || label >= variant.classCount);
  if (wrong !== undefined) {
    throw damaged(file.name, `it has a picture of class ${wrong}, but there are ${variant.classCount} classes`);
  }
  // Where the pickle holds the pixels in one piece they can stay in the file and be read from there.
  const inFile = data.data.buffer === bytes.buffer;
  return inFile
    ? { labels, firstByte: data.data.byteOffset - bytes.byteOffset, content: null }
    : { labels, firstByte: 0, content: toShared(data.data) };
}

function isPixelArray(value: PickleValue | undefined): value is NumpyArray {
  return (
    value instanceof NumpyArray && value.type.code === 'u1' && value.shape.length === 2 && value.shape[1] === cifarBytes
  );
}

async function readNames(input: FormatInput, { meta, names, classCount }: Variant): Promise<readonly string[]> {
  const file = fileNamed(input.tree, meta)!;
  const value = unpickle(await readPickleFile(input, file), meta).get(names);
  if (!Array.isArray(value) || value.length !== classCount) return numberNames(classCount);
  return value.map((name, label) =>
    name instanceof Uint8Array ? Buffer.from(name).toString('utf8') : typeof name === 'string' ? name : String(label),
  );
}

async function readPickleFile({ root }: FormatInput, file: FileEntry): Promise<Uint8Array> {
  if (file.size > maxUnpackedBytes) throw damaged(file.name, `it has ${file.size} bytes, more than any file of CIFAR`);
  return readFile(join(root, file.name));
}

function unpickle(bytes: Uint8Array, file: string): Map<string | number, PickleValue> {
  let value: PickleValue;
  try {
    value = readPickle(bytes);
  } catch (error) {
    if (error instanceof PickleError) throw damaged(file, error.message);
    throw error;
  }
  if (!(value instanceof Map)) throw damaged(file, 'it holds no dict');
  return value;
}

function integers(value: PickleValue | undefined): readonly number[] | undefined {
  if (value instanceof NumpyArray) return integersOf(value);
  return Array.isArray(value) && value.every((each) => typeof each === 'number') ? value : undefined;
}

function damaged(file: string, why: string): DataError {
  return new DataError(
    `${file} cannot be used as a pickle of CIFAR: ${why}. Download it again from https://www.cs.toronto.edu/~kriz/cifar.html.`,
  );
}
