import type { Transform } from '../../../src/augment/transform';
import type { Batch, BatchRequest } from '../../../src/data/batch';
import type { Feed } from '../../../src/data/feed/feed';
import type { CompiledNetwork } from '../../../src/learn/compiledNetwork';
import { createRandom } from '../../../src/random/random';

/** How far the logit of the transform's own head rises on an item to which it was applied; it has a standard deviation of 1. */
export type KnownHead = (item: number) => number;

/** A picture is its item's number and what was applied to it; the network's heads know of both what they are told to. */
export interface KnownHeads {
  readonly feed: Feed;
  readonly network: CompiledNetwork;
  readonly pool: readonly Transform[];
  /** Items that were drawn, by stream. */
  readonly drawn: ReadonlyMap<string, number[]>;
}

const numbersPerPicture = 3;

/** `heads`: by transform. */
export function knownHeads(heads: readonly KnownHead[]): KnownHeads {
  const drawn = new Map<string, number[]>();
  const pool = heads.map((_, i) => ({ name: `T${i}`, family: 'tone' }) as unknown as Transform);
  const batchOf = (request: BatchRequest): Batch => {
    const { items, draw, stream } = request;
    drawn.set(stream, [...(drawn.get(stream) ?? []), ...items]);
    const applied = draw.kind === 'only' ? draw.transform + 1 : 0;
    return {
      request,
      pixels: Uint8Array.from([...items].flatMap((item) => [item & 255, item >> 8, applied])),
      applied: new Uint8Array(items.length * pool.length),
      labels: new Int32Array(items.length).fill(-1),
      outcomes: new Int8Array(items.length).fill(-1),
      changed: new Uint8Array(items.length).fill(1),
      marks: null,
      statistics: Float32Array.from(items, (item) => createRandom(1, 'statistics', stream, item).normal(0, 1)),
    };
  };
  const feed: Feed = {
    side: 1,
    channels: 3,
    waitedMs: 0,
    async *batches(requests) {
      for (const request of requests) yield Promise.resolve(batchOf(request));
    },
    jpegCoding: () => Promise.reject(new Error('not asked for')),
    baseImage: () => Promise.reject(new Error('not asked for')),
  };
  const run = ({ pixels }: { pixels: Uint8Array }) => {
    const pictures = pixels.length / numbersPerPicture;
    const headLogits = new Float32Array(pictures * heads.length);
    for (let i = 0; i < pictures; i++) {
      const [low, high, applied] = pixels.subarray(i * numbersPerPicture, (i + 1) * numbersPerPicture);
      const item = low + 256 * high;
      for (const [t, rise] of heads.entries()) {
        const logit = createRandom(1, 'known head', item, applied, t).normal(0, 1);
        headLogits[i * heads.length + t] = logit + (applied === t + 1 ? rise(item) : 0);
      }
    }
    return Promise.resolve({ headLogits, taskLogits: new Float32Array(), features: new Float32Array(pictures) });
  };
  const network = { options: { classes: 0, transforms: heads.length }, featureCount: 1 };
  return { feed, network: { network, infer: { run } } as unknown as CompiledNetwork, pool, drawn };
}
