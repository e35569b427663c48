import type { Image } from '../../augment/image';
import type { Source } from '../dataset';
import type { DecodeBudget } from '../decode/decodeBudget';
import type { SourcePlace } from '../decode/loadSource';
import { withReadableImage } from '../decode/withReadableImage';

export interface RawImageInput {
  readonly place: SourcePlace;
  readonly source: Source;
}

/** Worker side: the picture as decoded, at full size. Throws a DataError when it cannot be read any more. */
export function rawImage({ place, source }: RawImageInput, budget: DecodeBudget): Promise<Image> {
  return withReadableImage(place, source, budget, (image) => image);
}
