import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { DataError } from '../dataError';
import type { Container, Item, Split } from '../dataset';
import { filesIn, type FileEntry, type FolderTree } from '../folder/folderTree';
import type { Format } from './format';
import { fingerprintOfFiles, maxUnpackedBytes, numberNames, toShared } from './packedFiles';

/** The idx files of MNIST and its likes (Fashion-MNIST, KMNIST …), as they are or compressed (http://yann.lecun.com/exdb/mnist). */
export const mnistIdx: Format = {
  name: 'mnist-idx',
  layout: 'the files of MNIST: train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-…, also with .gz',
  recognises: (tree) => pairsIn(tree).some(({ split }) => split === 'train'),
  read: async ({ tree, root, signal }) => {
    const pairs = pairsIn(tree);
    const items: Item[] = [];
    const containers: Container[] = [];
    let classCount = 0;
    for (const [container, pair] of pairs.entries()) {
      signal?.throwIfAborted();
      const images = await readImages(root, pair.images);
      const labels = await readLabels(root, pair.labels);
      if (labels.length !== images.count) {
        throw new DataError(
          `${pair.images.name} has ${images.count} pictures, ${pair.labels.name} ${labels.length} labels. They do not belong together; download both again.`,
        );
      }
      const { height, width, content } = images;
      containers.push({ path: pair.images.name, content, height, width, channels: 1, layout: 'interleaved' });
      labels.forEach((label, index) => {
        const offset = imageHeaderBytes + index * height * width;
        items.push({ source: { kind: 'packed', container, offset, index }, label, split: pair.split });
        classCount = Math.max(classCount, label + 1);
      });
    }
    const fingerprint = fingerprintOfFiles(pairs.flatMap(({ images, labels }) => [images, labels]));
    return { classes: numberNames(classCount), items, containers, fingerprint };
  },
};

interface Pair {
  readonly split: Split;
  readonly images: FileEntry;
  readonly labels: FileEntry;
}

const imageHeaderBytes = 16;
const labelHeaderBytes = 8;

function pairsIn(tree: FolderTree): Pair[] {
  const files = filesIn(tree);
  // The plain file sorts before its compressed copy, and wins.
  const find = (part: string, kind: string): FileEntry | undefined =>
    files.find(({ name }) => new RegExp(`^(${part})[-_.]${kind}[-_.]ubyte(\\.gz)?$`, 'i').test(name));
  const pair = (part: string, split: Split): Pair[] => {
    const images = find(part, 'images[-_.]idx3');
    const labels = find(part, 'labels[-_.]idx1');
    return images && labels ? [{ split, images, labels }] : [];
  };
  return [...pair('train', 'train'), ...pair('t10k|test', 'test')];
}

interface IdxImages {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly content: SharedArrayBuffer | null;
}

async function readImages(root: string, file: FileEntry): Promise<IdxImages> {
  const unpacked = isCompressed(file) ? await unpack(root, file) : null;
  const header = unpacked?.subarray(0, imageHeaderBytes) ?? (await readStart(root, file, imageHeaderBytes));
  if (header.length < imageHeaderBytes || header.readUInt32BE(0) !== 0x803) {
    throw noIdx(file, 'three-dimensional (0x00000803)');
  }
  const [count, height, width] = [4, 8, 12].map((at) => header.readUInt32BE(at));
  const expected = imageHeaderBytes + count * height * width;
  const actual = unpacked?.length ?? file.size;
  if (actual !== expected || height === 0 || width === 0) {
    throw new DataError(
      `${file.name} should have ${expected} bytes for ${count} pictures of ${height} x ${width}, but has ${actual}. It is truncated or damaged; download it again.`,
    );
  }
  return { count, height, width, content: unpacked && toShared(unpacked) };
}

async function readLabels(root: string, file: FileEntry): Promise<Uint8Array> {
  const bytes = isCompressed(file) ? await unpack(root, file) : await readFile(join(root, file.name));
  if (bytes.length < labelHeaderBytes || bytes.readUInt32BE(0) !== 0x801) {
    throw noIdx(file, 'one-dimensional (0x00000801)');
  }
  const count = bytes.readUInt32BE(4);
  if (bytes.length !== labelHeaderBytes + count) {
    throw new DataError(
      `${file.name} should have ${labelHeaderBytes + count} bytes for ${count} labels, but has ${bytes.length}. It is truncated or damaged; download it again.`,
    );
  }
  return bytes.subarray(labelHeaderBytes);
}

function isCompressed({ name }: FileEntry): boolean {
  return name.toLowerCase().endsWith('.gz');
}

async function unpack(root: string, file: FileEntry): Promise<Buffer> {
  try {
    return await promisify(gunzip)(await readFile(join(root, file.name)), { maxOutputLength: maxUnpackedBytes });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw new DataError(
        `${file.name} unpacks to more than ${maxUnpackedBytes / 2 ** 20} MB. Unpack it yourself (gunzip) and remove the .gz.`,
      );
    }
    throw new DataError(
      `${file.name} could not be unpacked: ${message}. It is truncated or damaged; download it again.`,
    );
  }
}

async function readStart(root: string, file: FileEntry, length: number): Promise<Buffer> {
  const handle = await open(join(root, file.name));
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function noIdx(file: FileEntry, kind: string): DataError {
  return new DataError(
    `${file.name} is no idx file of ${kind} unsigned bytes. Check that it is the file its name says.`,
  );
}
