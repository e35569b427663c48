import type { Source } from '../dataset';
import type { DecodeBudget } from '../decode/decodeBudget';
import { type JpegCoding, readJpegCoding } from '../decode/jpegCoding';
import type { SourcePlace } from '../decode/loadSource';
import { withReadableImage } from '../decode/withReadableImage';

export interface JpegCodingInput {
  readonly place: SourcePlace;
  readonly source: Source;
}

/** Worker side: how the picture's file was saved; null where it is no JPEG file. Throws a DataError when it cannot be read any more. */
export async function jpegCodingOf(
  { place, source }: JpegCodingInput,
  budget: DecodeBudget,
): Promise<JpegCoding | null> {
  if (source.kind === 'packed') return null;
  return withReadableImage(place, source, budget, (_, bytes) => readJpegCoding(bytes));
}
