import type { Image } from '../../augment/image';
import type { BatchRequest } from '../../data/batch';
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
    const batch = Math.floor(picture / batchSize);
    const row = picture % batchSize;
    const kept = set.kept?.[batch].pixels.slice(row * length, (row + 1) * length);
    const data = kept ?? (await drawAgain(set.requests[batch], row, feed, signal));
    images.push({ data, height: side, width: side, channels });
  }
  return images;
}

/** One picture alone: its draw follows from its position, not from what is drawn beside it. */
async function drawAgain(request: BatchRequest, row: number, feed: Feed, signal: AbortSignal): Promise<Uint8Array> {
  const { items, firstPosition } = request;
  const alone = { ...request, items: items.slice(row, row + 1), firstPosition: firstPosition + row, statistics: false };
  for await (const { pixels } of feed.batches([alone], { signal })) return pixels;
  throw new Error('The feed ended without the picture that was asked for.');
}
