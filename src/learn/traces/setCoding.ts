import type { JpegCoding } from '../../data/decode/jpegCoding';
import type { Feed } from '../../data/feed/feed';
import type { Step } from '../../data/feed/steps/step';

/** Files that are looked at. */
const sampled = 60;
/** In pictures that are read at a third of their size or less, a block of 8 pixels is too small to show. */
const shrunkAway = 3;
/** Cutting to whole squares of 16 pixels may take this much off a side, else 8 must do. */
const mostCut = 0.25;

/**
 * The re-encoding that is fair to both sides: at the quality (median) and chroma subsampling (most frequent) of the set's own
 * files, and cut to whole blocks where some of them have incomplete ones. Null where fewer than half of them are JPEG files.
 */
export async function reEncodingOf(
  feed: Pick<Feed, 'jpegCoding'>,
  items: Int32Array,
  size: number,
): Promise<Extract<Step, { kind: 're-encode' }> | null> {
  const looked = [...items.slice(0, sampled)];
  const found = await Promise.all(looked.map((item) => feed.jpegCoding(item)));
  const codings = found.filter((coding) => coding !== null);
  if (codings.length === 0 || codings.length < looked.length / 2) return null;
  const qualities = codings.map(({ quality }) => quality).sort((a, b) => a - b);
  const halved = codings.filter(({ subsampling }) => subsampling === '4:2:0').length;
  const subsampling = halved >= codings.length / 2 ? '4:2:0' : '4:4:4';
  return {
    kind: 're-encode',
    quality: qualities[Math.floor(qualities.length / 2)],
    subsampling,
    block: blockOf(codings, subsampling, size),
  };
}

function blockOf(codings: readonly JpegCoding[], subsampling: JpegCoding['subsampling'], size: number): 8 | 16 | null {
  const unit = subsampling === '4:2:0' ? 16 : 8;
  const sides = codings.flatMap(({ height, width }) =>
    Math.min(height, width) < shrunkAway * size ? [height, width] : [],
  );
  if (sides.every((side) => side % unit === 0)) return null;
  const cutMost = Math.max(...sides.map((side) => (side % unit) / side));
  return cutMost > mostCut ? 8 : unit;
}
