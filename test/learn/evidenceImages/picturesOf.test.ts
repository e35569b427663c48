import { expect, it } from 'vitest';
import type { BatchRequest } from '../../../src/data/batch';
import type { Feed } from '../../../src/data/feed/feed';
import { picturesOf } from '../../../src/learn/evidenceImages/picturesOf';
import type { JudgingSet } from '../../../src/learn/judgingSets';

const request = (firstPosition: number): BatchRequest => ({
  items: Int32Array.from({ length: 3 }, (_, i) => 10 * (firstPosition + i)),
  draw: { kind: 'clean' },
  stream: 'judge clean',
  firstPosition,
  statistics: true,
});

/** One pixel a picture: its item plus its position. */
const pixelsOf = ({ items, firstPosition }: BatchRequest): Uint8Array =>
  Uint8Array.from(items, (item, i) => item + firstPosition + i);

it('draws again no more pictures than are asked for, each as it was', async () => {
  let drawn = 0;
  const batches = async function* (requests: Iterable<BatchRequest>) {
    for (const one of requests) {
      drawn += one.items.length;
      yield await Promise.resolve({ pixels: pixelsOf(one) });
    }
  };
  const feed = { side: 1, channels: 1, batches } as unknown as Feed;
  const requests = [request(0), request(3)];
  const { signal } = new AbortController();
  const set = { requests, kept: null } as unknown as JudgingSet;
  const again = await picturesOf(set, [4, 0, 2], feed, signal);
  expect(again.map(({ data }) => [...data])).toEqual([[44], [0], [22]]);
  expect(drawn).toBe(3);
  const kept = requests.map((one) => ({ pixels: pixelsOf(one) }));
  expect(await picturesOf({ ...set, kept } as unknown as JudgingSet, [4, 0, 2], feed, signal)).toEqual(again);
  expect(drawn).toBe(3);
});
