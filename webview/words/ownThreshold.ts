import { fill } from './fill';
import type { Words } from './words';

/** A sentence that the run wrote by its own threshold; `own` is that, where another one is in use, else null. */
export function atOwnThreshold(sentence: string, own: number | null, { strings, numbers }: Words): string {
  return own === null ? sentence : fill(strings.atOwnThreshold, numbers.decimal(own, 2), sentence);
}
