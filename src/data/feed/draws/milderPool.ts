import { upToStrength } from '../../../augment/atStrength';
import type { Transform } from '../../../augment/transform';
import type { MilderDraw } from '../../batch';

/** The pool with these of its transforms drawing strengths up to their values, and all others as they were. */
export function milderPool(pool: readonly Transform[], milder: readonly MilderDraw[]): readonly Transform[] {
  const values = new Map(milder.map(({ transform, value }) => [transform, value]));
  return pool.map((transform, index) => {
    const value = values.get(index);
    return value === undefined ? transform : upToStrength(transform, value);
  });
}
