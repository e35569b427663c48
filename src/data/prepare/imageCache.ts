/** Decoded pictures at working size in shared memory; the same object serves all threads. */
export interface ImageCache {
  /** Working side in pixels. */
  readonly size: number;
  /** Planes of size × size bytes: one for a gray picture, three in a row for the interleaved pixels of an RGB one. */
  readonly planes: SharedArrayBuffer;
  /** Int32 per item of the data set: the first plane of its picture, −1 = not kept. */
  readonly firstPlane: SharedArrayBuffer;
  /** Uint8 per item of the data set: channels of the decoded picture, 0 = not prepared. */
  readonly channels: SharedArrayBuffer;
  /** One Int32: planes given away so far. */
  readonly taken: SharedArrayBuffer;
}
