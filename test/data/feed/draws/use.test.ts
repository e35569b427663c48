import { describe, expect, it } from 'vitest';
import { createPool } from '../../../../src/augment/pool';
import { drawUse } from '../../../../src/data/feed/draws/use';
import { createRandom } from '../../../../src/random/random';
import { noisePicture } from '../../support/pictures';

const pool = createPool({
  names: ['HorizontalFlip', 'VerticalFlip', 'RandomRotate90', 'Transpose', 'ToGray'],
  profile: 'modern',
  size: 12,
});
const base = noisePicture(3, 12);
const draws = 2000;

function applied(transforms: readonly number[], subsetSize: number, p: number): (readonly number[])[] {
  return Array.from(
    { length: draws },
    (_, i) => drawUse(base, pool, { transforms, subsetSize, p }, createRandom(1, i)).applied,
  );
}

describe('drawUse', () => {
  it('applies each of a random subset with its probability: 3 of 4 at 0.5 are 1.5 at a time, all alike', () => {
    const lists = applied([0, 1, 3, 4], 3, 0.5);
    const counts = [0, 1, 2, 3].map((size) => lists.filter(({ length }) => length === size).length / draws);
    // Binomial with n = 3 and p = 0.5; four standard errors are 0.045 at most.
    for (const [size, share] of [0.125, 0.375, 0.375, 0.125].entries()) expect(counts[size]).toBeCloseTo(share, 1);
    for (const member of [0, 1, 3, 4]) {
      expect(lists.filter((list) => list.includes(member)).length / draws).toBeCloseTo(0.375, 1);
    }
    expect(lists.some((list) => list.includes(2))).toBe(false);
    expect(lists.every((list) => new Set(list).size === list.length)).toBe(true);
  });

  it('applies them in every order', () => {
    const orders = applied([0, 1], 2, 1).map((list) => list.join(' '));
    expect(orders.filter((order) => order === '0 1').length / draws).toBeCloseTo(0.5, 1);
    expect(new Set(orders)).toEqual(new Set(['0 1', '1 0']));
  });

  it('leaves the picture itself where nothing was applied', () => {
    const { image, outcome } = drawUse(base, pool, { transforms: [0, 1], subsetSize: 2, p: 0 }, createRandom(1));
    expect(image).toBe(base);
    expect(outcome).toBe(-1);
  });
});
