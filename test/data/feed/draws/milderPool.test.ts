import { expect, it } from 'vitest';
import { createPool } from '../../../../src/augment/pool';
import { milderPool } from '../../../../src/data/feed/draws/milderPool';
import { drawerFor } from '../../../../src/data/feed/drawPicture';
import type { Draw } from '../../../../src/data/batch';
import { createRandom } from '../../../../src/random/random';
import { noisePicture } from '../../support/pictures';

const size = 16;
const pool = createPool({ names: ['HorizontalFlip', 'RandomBrightness'], profile: 'modern', size });
const base = noisePicture(3, size);

/** The largest change of a pixel over many draws. */
function largestChange(draw: Draw): number {
  const drawPicture = drawerFor(
    { draw, items: Int32Array.of(0), stream: 'test', firstPosition: 0, statistics: false },
    pool,
    1,
  );
  let largest = 0;
  for (let i = 0; i < 200; i++) {
    const { image } = drawPicture(base, createRandom(1, i));
    image.data.forEach((level, at) => (largest = Math.max(largest, Math.abs(level - base.data[at]))));
  }
  return largest;
}

it('leaves the others as they are', () => {
  const [flip, brightness] = milderPool(pool, [{ transform: 1, value: 0.02 }]);
  expect(flip).toBe(pool[0]);
  expect(brightness.settings).toEqual({ brightnessLimit: [-0.02, 0.02] });
});

it('is what chains and the recommended use draw from: ±2 % of 255 are 5 levels, ±20 % are 51', () => {
  const milder = [{ transform: 1, value: 0.02 }];
  const use = { kind: 'use', transforms: [1], subsetSize: 1, p: 1 } as const;
  for (const [draw, most] of [
    [{ kind: 'chain', transforms: [1], milder: [] }, 51],
    [{ kind: 'chain', transforms: [1], milder }, 6],
    [{ ...use, milder: [] }, 51],
    [{ ...use, milder }, 6],
  ] as const) {
    const changed = largestChange(draw);
    expect(changed).toBeLessThanOrEqual(most);
    expect(changed).toBeGreaterThan(0.7 * most);
  }
});
