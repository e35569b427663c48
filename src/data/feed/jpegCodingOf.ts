import type { DecodeBudget } from '../decode/decodeBudget';
import { type JpegCoding, readJpegCoding } from '../decode/jpegCoding';
import { withReadableImage } from '../decode/withReadableImage';
import type { RawImageInput } from './rawImage';

/** Worker side: how the picture's file was saved; null where it is no JPEG file. Throws a DataError when it cannot be read any more. */
export async function jpegCodingOf({ place, source }: RawImageInput, budget: DecodeBudget): Promise<JpegCoding | null> {
  if (source.kind === 'packed') return null;
  return withReadableImage(place, source, budget, (_, bytes) => readJpegCoding(bytes));
}
