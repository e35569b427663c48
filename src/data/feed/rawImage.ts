import type { Image } from '../../augment/image';
import { DataError } from '../dataError';
import { itemName, type Source } from '../dataset';
import { decodeSource, readSource, type SourcePlace } from '../decode/loadSource';
import type { PixelBudget } from '../decode/pixelBudget';
import { UnreadableImage } from '../decode/unreadableImage';

export interface RawImageInput {
  readonly place: SourcePlace;
  readonly source: Source;
}

/** Worker side: the picture as decoded, at full size. Throws a DataError when it cannot be read any more. */
export async function rawImage({ place, source }: RawImageInput, budget: PixelBudget): Promise<Image> {
  try {
    return await decodeSource(place, source, readSource(place, source), budget);
  } catch (error) {
    if (!(error instanceof UnreadableImage)) throw error;
    throw new DataError(
      `${itemName(place, source)} can no longer be used: ${error.message}. Was the data set changed during the run?`,
    );
  }
}
