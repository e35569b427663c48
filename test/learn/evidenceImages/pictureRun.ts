import type { Transform } from '../../../src/augment/transform';
import type { Batch, BatchRequest } from '../../../src/data/batch';
import type { Feed } from '../../../src/data/feed/feed';
import type { ClosingContext } from '../../../src/learn/closing/closingContext';
import { drawJudgingSets } from '../../../src/learn/judgingSets';
import { defaultSettings } from '../../../src/learn/learnSettings';

/** Pixels a side, one channel. */
export const side = 8;
/** The data set's mean level, which patches have. */
export const patchLevel = 120;
const channels = 1;
const batchSize = 50;

export interface PictureRunOptions {
  /** `pixelsOf`: an item's transformed version, side × side. */
  readonly transforms: readonly { readonly name: string; readonly pixelsOf: (item: number) => Uint8Array }[];
  /** An item's clean version. */
  readonly cleanOf: (item: number) => Uint8Array;
  /** The network's one feature. */
  readonly featureOf: (pixels: Uint8Array) => number;
  /** The judging items, in the order of the sets. */
  readonly judging: Int32Array;
  readonly labelOf: (item: number) => number;
}

/** A run after its last evaluation over these pictures, with a network of one feature. `saved`: the files by name. */
export async function pictureRun({ transforms, cleanOf, featureOf, judging, labelOf }: PictureRunOptions) {
  const pool = transforms.map(({ name }) => ({ name, family: 'tone' }) as unknown as Transform);
  const pixelsOf = (draw: BatchRequest['draw'], item: number): Uint8Array =>
    draw.kind === 'only' ? transforms[draw.transform].pixelsOf(item) : cleanOf(item);
  const batchOf = (request: BatchRequest): Batch => {
    const { items, draw } = request;
    const pixels = new Uint8Array(items.length * side * side);
    items.forEach((item, i) => pixels.set(pixelsOf(draw, item), i * side * side));
    return {
      request,
      pixels,
      applied: new Uint8Array(items.length * pool.length),
      labels: items.map(labelOf),
      outcomes: new Int8Array(items.length).fill(-1),
      changed: Uint8Array.from(items, (item) => (isSame(pixelsOf(draw, item), cleanOf(item)) ? 0 : 1)),
      marks: null,
      statistics: new Float32Array(items.length),
    };
  };
  const feed: Feed = {
    side,
    channels,
    waitedMs: 0,
    async *batches(requests) {
      for (const request of requests) yield Promise.resolve(batchOf(request));
    },
    jpegCoding: () => Promise.reject(new Error('not asked for')),
    baseImage: () => Promise.reject(new Error('not asked for')),
  };
  const run = ({ pixels }: { pixels: Uint8Array }) => {
    const pictures = pixels.length / side ** 2;
    const features = Float32Array.from({ length: pictures }, (_, i) =>
      featureOf(pixels.subarray(i * side * side, (i + 1) * side * side)),
    );
    const headLogits = new Float32Array(pictures * pool.length);
    return Promise.resolve({ features, headLogits, taskLogits: new Float32Array() });
  };
  const { signal } = new AbortController();
  const sets = await drawJudgingSets({ feed, items: judging, pool, maxSubset: 1, batchSize, signal });
  const saved = new Map<string, Uint8Array>();
  const savePreview = (name: string, content: Uint8Array): Promise<void> => {
    saved.set(name, content);
    return Promise.resolve();
  };
  const settings = { ...defaultSettings, presentations: 128_000, minutes: null, threads: 1 };
  const options = { classes: 0, transforms: pool.length, mean: [patchLevel] };
  const context = {
    job: { feed, pool, classes: ['even', 'odd'], labelOf, settings, signal, sink: { savePreview } },
    network: { network: { options, featureCount: 1 }, infer: { run } },
    weights: { parameters: new Float32Array(), batchStatistics: new Float32Array() },
    sets,
    kept: new Map(),
    judging,
    onProgress: () => undefined,
  } as unknown as ClosingContext;
  return { context, saved };
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.every((level, i) => level === b[i]);
}
