import { applySubset } from '../../../augment/applySubset';
import type { Image } from '../../../augment/image';
import type { Transform } from '../../../augment/transform';
import type { Draw } from '../../batch';
import type { Random } from '../../../random/random';
import type { DrawnPicture } from './drawnPicture';

/**
 * The recommended use: `subsetSize` of these transforms, each applied with probability p, with whatever parameters it draws. In random
 * order, of which the list's order, as pipelines keep it, is one.
 */
export function drawUse(
  base: Image,
  pool: readonly Transform[],
  { transforms, subsetSize, p }: Pick<Extract<Draw, { kind: 'use' }>, 'transforms' | 'subsetSize' | 'p'>,
  random: Random,
): DrawnPicture {
  const chosen = random.shuffle([...transforms]).slice(0, subsetSize);
  const applied = chosen.filter(() => random.next() < p);
  const members = applied.map((index) => pool[index]);
  return {
    image: applySubset({ image: base, transforms: members, random, size: base.height }),
    applied,
    outcome: -1,
  };
}
