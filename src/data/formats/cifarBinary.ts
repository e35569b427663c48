import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataError } from '../dataError';
import type { Container, Item } from '../dataset';
import type { FolderTree } from '../folder/folderTree';
import { batchFiles, cifarBytes, cifarShape, type BatchFile } from './cifar';
import type { Format, FormatInput } from './format';
import { fileNamed, fingerprintOfFiles, namesIn, numberNames } from './packedFiles';

/** Records of one label and 3,072 pixel bytes (https://www.cs.toronto.edu/~kriz/cifar.html, "binary version"). */
export const cifar10Binary = cifarBinary({
  name: 'cifar-10-binary',
  layout: 'the files of "CIFAR-10 binary version": data_batch_1.bin …, test_batch.bin, batches.meta.txt',
  files: { train: /^data_batch_\d+\.bin$/, test: /^test_batch\.bin$/ },
  labelBytes: 1,
  classCount: 10,
  classNames: 'batches.meta.txt',
});

/** The same with two labels, coarse and fine; the fine one counts. */
export const cifar100Binary = cifarBinary({
  name: 'cifar-100-binary',
  layout: 'the files of "CIFAR-100 binary version": train.bin, test.bin, fine_label_names.txt',
  files: { train: /^train\.bin$/, test: /^test\.bin$/ },
  labelBytes: 2,
  classCount: 100,
  classNames: 'fine_label_names.txt',
});

interface Variant {
  readonly name: string;
  readonly layout: string;
  readonly files: { readonly train: RegExp; readonly test: RegExp };
  /** The last of a record's label bytes is the label. */
  readonly labelBytes: number;
  readonly classCount: number;
  readonly classNames: string;
}

function cifarBinary(variant: Variant): Format {
  const { name, layout, labelBytes } = variant;
  const recordBytes = labelBytes + cifarBytes;
  return {
    name,
    layout,
    // "train.bin" alone may be anything.
    recognises: (tree) =>
      batchFiles(tree, variant.files).some(
        ({ file, split }) =>
          split === 'train' &&
          (fileNamed(tree, variant.classNames) !== undefined || (file.size > 0 && file.size % recordBytes === 0)),
      ),
    read: async (input) => {
      const files = batchFiles(input.tree, variant.files);
      const items: Item[] = [];
      for (const [container, file] of files.entries()) {
        input.signal?.throwIfAborted();
        const labels = await readLabels(input, file, variant);
        labels.forEach((label, index) => {
          const offset = index * recordBytes + labelBytes;
          items.push({ source: { kind: 'packed', container, offset, index }, label, split: file.split });
        });
      }
      const containers = files.map(({ file }): Container => ({ ...cifarShape, path: file.name, content: null }));
      const classes = await readNames(input.tree, input.root, variant);
      return { classes, items, containers, fingerprint: fingerprintOfFiles(files.map(({ file }) => file)) };
    },
  };
}

async function readLabels({ root }: FormatInput, { file }: BatchFile, variant: Variant): Promise<number[]> {
  const recordBytes = variant.labelBytes + cifarBytes;
  if (file.size % recordBytes !== 0) {
    throw new DataError(
      `${file.name} has ${file.size} bytes, which is no whole number of records of ${recordBytes} bytes. It is truncated or no CIFAR file; download it again.`,
    );
  }
  const handle = await open(join(root, file.name));
  try {
    const labels: number[] = [];
    const chunk = Buffer.alloc(recordBytes * 1000);
    for (;;) {
      const { bytesRead } = await handle.read(chunk, 0, chunk.length, labels.length * recordBytes);
      const records = Math.floor(bytesRead / recordBytes);
      if (records === 0) return labels;
      for (let i = 0; i < records; i++)
        labels.push(checkLabel(chunk[i * recordBytes + variant.labelBytes - 1], file.name, variant));
    }
  } finally {
    await handle.close();
  }
}

function checkLabel(label: number, file: string, { classCount }: Variant): number {
  if (label < classCount) return label;
  throw new DataError(
    `${file} has a picture of class ${label}, but there are ${classCount} classes, 0 to ${classCount - 1}. It is damaged or no CIFAR file; download it again.`,
  );
}

async function readNames(tree: FolderTree, root: string, { classNames, classCount }: Variant): Promise<string[]> {
  if (!fileNamed(tree, classNames)) return numberNames(classCount);
  const names = namesIn(await readFile(join(root, classNames), 'utf8'));
  return names.length === classCount ? names : numberNames(classCount);
}
