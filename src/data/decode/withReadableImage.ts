import type { Image } from '../../augment/image';
import { DataError } from '../dataError';
import { itemName, type Source } from '../dataset';
import type { DecodeBudget } from './decodeBudget';
import { withImage, type SourcePlace } from './loadSource';
import { UnreadableImage } from './unreadableImage';

/** As withImage, for a picture that could be read before: throws a DataError that names it when it no longer can. */
export async function withReadableImage<T>(
  place: SourcePlace,
  source: Source,
  budget: DecodeBudget,
  use: (image: Image, bytes: Buffer) => T,
): Promise<T> {
  try {
    return await withImage(place, source, budget, use);
  } catch (error) {
    if (!(error instanceof UnreadableImage)) throw error;
    throw new DataError(
      `${itemName(place, source)} can no longer be used: ${error.message}. Was the data set changed during the run?`,
    );
  }
}
