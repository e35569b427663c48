import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Image } from '../../augment/image';
import type { Container, FileSource, PackedSource, Source } from '../dataset';
import { openablePath } from '../folder/openablePath';
import { decodeImage } from './decodeImage';
import type { DecodeBudget } from './decodeBudget';
import { UnreadableImage } from './unreadableImage';

/** Larger image files are skipped. */
const maxFileBytes = 128 * 2 ** 20;

/** Where sources are relative to. */
export interface SourcePlace {
  readonly root: string;
  readonly containers: readonly Container[];
}

/**
 * Reads and decodes a picture and hands it to `use`, together with its own bytes as they lie on disk (the file, or its pixels in
 * the container). Its memory counts against the budget until `use` has ended. Throws UnreadableImage.
 */
export async function withImage<T>(
  place: SourcePlace,
  source: Source,
  budget: DecodeBudget,
  use: (image: Image, bytes: Buffer) => T,
): Promise<T> {
  if (source.kind === 'packed') {
    const bytes = readPackedPixels(place, source);
    return use(unpackPixels(place.containers[source.container], bytes), bytes);
  }
  return budget.files.while(source.size, () => {
    const bytes = readImageFile(place.root, source);
    return decodeImage(bytes, budget.pixels, (image) => use(image, bytes));
  });
}

// Synchronous, since it runs in a thread of its own: for a file of a few kilobytes the asynchronous calls cost more than the reading.
function readImageFile(root: string, source: FileSource): Buffer {
  return withFile(openablePath(root, source), (file) => {
    const { size } = fstatSync(file);
    if (size > maxFileBytes) {
      throw new UnreadableImage(
        `a file of ${Math.round(size / 2 ** 20)} MB, more than the ${maxFileBytes / 2 ** 20} that are read`,
      );
    }
    return readFully(file, size, 0);
  });
}

function readPackedPixels({ root, containers }: SourcePlace, { container, offset }: PackedSource): Buffer {
  const { path, content, height, width, channels } = containers[container];
  const length = height * width * channels;
  if (content) return Buffer.from(content, offset, length);
  return withFile(openablePath(root, { path }), (file) => {
    const bytes = readFully(file, length, offset);
    if (bytes.length < length) throw new UnreadableImage('its file has become shorter');
    return bytes;
  });
}

function withFile<T>(path: string | Buffer, use: (file: number) => T): T {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    throw new UnreadableImage(`cannot be opened (${(error as NodeJS.ErrnoException).code})`);
  }
  try {
    return use(file);
  } catch (error) {
    if (error instanceof UnreadableImage) throw error;
    throw new UnreadableImage(`cannot be read (${(error as NodeJS.ErrnoException).code})`);
  } finally {
    closeSync(file);
  }
}

function readFully(file: number, length: number, start: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  let filled = 0;
  while (filled < length) {
    const read = readSync(file, bytes, filled, length - filled, start + filled);
    if (read === 0) break;
    filled += read;
  }
  return bytes.subarray(0, filled);
}

/** Interleaves the channels where the container keeps one after the other. */
function unpackPixels({ height, width, channels, layout }: Container, bytes: Buffer): Image {
  if (layout === 'interleaved') return { data: bytes, height, width, channels };
  const plane = height * width;
  const data = new Uint8Array(plane * channels);
  for (let c = 0; c < channels; c++) {
    for (let i = 0; i < plane; i++) data[i * channels + c] = bytes[c * plane + i];
  }
  return { data, height, width, channels };
}
