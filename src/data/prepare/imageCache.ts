import type { Image } from '../../augment/image';

/** Decoded pictures at working size in shared memory, within a budget of bytes; the same object serves all threads. */
export interface ImageCache {
  /** Working side in pixels. */
  readonly size: number;
  /** Planes of size × size bytes: one for a gray picture, three in a row for the interleaved pixels of an RGB one. */
  readonly planes: SharedArrayBuffer;
  /** Two Int32 per item of the data set: the first plane of its picture, and its channels (0 = not kept). */
  readonly places: SharedArrayBuffer;
  /** One Int32: planes given away so far. */
  readonly taken: SharedArrayBuffer;
}

export interface ImageCacheOptions {
  readonly size: number;
  /** Items of the data set. */
  readonly items: number;
  /** Pictures that will be kept at most. */
  readonly pictures: number;
  /** Bytes that their pixels may take. */
  readonly bytes: number;
}

/** An empty cache. The system hands out its memory as pictures come in. */
export function createImageCache({ size, items, pictures, bytes }: ImageCacheOptions): ImageCache {
  const plane = size * size;
  const count = Math.min(pictures * 3, Math.floor(bytes / plane));
  return {
    size,
    planes: new SharedArrayBuffer(count * plane),
    places: new SharedArrayBuffer(items * 8),
    taken: new SharedArrayBuffer(4),
  };
}

/** Keeps a picture of size × size pixels if there is still room. */
export function storeImage(cache: ImageCache, item: number, image: Image): void {
  const plane = cache.size * cache.size;
  const first = Atomics.add(new Int32Array(cache.taken), 0, image.channels);
  if ((first + image.channels) * plane > cache.planes.byteLength) return;
  new Uint8Array(cache.planes, first * plane, image.data.length).set(image.data);
  new Int32Array(cache.places).set([first, image.channels], item * 2);
}

/** The kept picture, with the channels it was decoded with; undefined when it is not kept. Not a copy: never write to it. */
export function storedImage({ size, planes, places }: ImageCache, item: number): Image | undefined {
  const [first, channels] = new Int32Array(places, item * 8, 2);
  if (channels !== 1 && channels !== 3) return undefined;
  const plane = size * size;
  return { data: new Uint8Array(planes, first * plane, plane * channels), height: size, width: size, channels };
}
