import type { Image } from '../../augment/image';
import type { Feed } from '../../data/feed/feed';
import type { JudgingSet } from '../judgingSets';

/** Some of a judging set's pictures as the network sees them, kept or drawn again, in the order asked for. */
export async function picturesOf(
  set: JudgingSet,
  pictures: readonly number[],
  feed: Feed,
  signal: AbortSignal,
): Promise<Image[]> {
  const { side, channels } = feed;
  const batchSize = set.requests[0].items.length;
  const length = side * side * channels;
  const images: Image[] = [];
  for (const picture of pictures) {
    const number = Math.floor(picture / batchSize);
    const pixels = set.kept?.[number].pixels ?? (await drawAgain(set, number, feed, signal));
    const start = (picture % batchSize) * length;
    images.push({ data: pixels.slice(start, start + length), height: side, width: side, channels });
  }
  return images;
}

async function drawAgain(set: JudgingSet, number: number, feed: Feed, signal: AbortSignal): Promise<Uint8Array> {
  const requests = [{ ...set.requests[number], statistics: false }];
  for await (const { pixels } of feed.batches(requests, { signal })) return pixels;
  throw new Error('The feed ended without the batch that was asked for.');
}
