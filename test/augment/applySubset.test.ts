import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applySubset } from '../../src/augment/applySubset';
import { resizeLinear } from '../../src/augment/kernels/resizeLinear';
import { createPool } from '../../src/augment/pool';
import { sampleSubset } from '../../src/augment/subset';
import { createRandom } from '../../src/random/random';
import { pattern } from './pictures';

describe('applySubset', () => {
  it('gives the working size for any subset, and the same bytes for the same seed', () => {
    const pools = ([32, 64] as const).map((size) => ({ size, pool: createPool({ profile: 'modern', size }) }));
    fc.assert(
      fc.property(
        fc.constantFrom(...pools),
        fc.integer(),
        fc.constantFrom(1 as const, 3 as const),
        ({ size, pool }, seed, channels) => {
          const image = pattern(size, size, channels);
          const run = () => {
            const random = createRandom(seed);
            const transforms = sampleSubset(random, pool.length, 5).map((index) => pool[index]);
            return applySubset({ image, transforms, random, size });
          };
          const output = run();
          expect(output).toMatchObject({ height: size, width: size, channels });
          expect(Buffer.compare(run().data, output.data)).toBe(0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('applies in the order given and resizes once, at the end', () => {
    const transforms = createPool({ names: ['CenterCrop', 'HorizontalFlip'], profile: 'modern', size: 32 });
    const image = pattern(32, 32, 3);
    const output = applySubset({ image, transforms, random: createRandom(1), size: 32 });
    const [crop, flip] = transforms;
    const cropped = flip.apply(crop.apply(image, { height: 25, width: 25 }), {});
    expect(Buffer.compare(output.data, resizeLinear(cropped, 32, 32).data)).toBe(0);
  });

  it('returns a picture of the right size itself when there is nothing to do', () => {
    const image = pattern(32, 32, 3);
    expect(applySubset({ image, transforms: [], random: createRandom(1), size: 32 })).toBe(image);
  });

  it('crops a picture that a crop has made small by no more than it has', () => {
    const transforms = createPool({
      names: ['RandomCrop', 'RandomSizedCrop', 'CenterCrop'],
      profile: 'modern',
      size: 32,
    });
    const output = applySubset({ image: pattern(32, 32, 3), transforms, random: createRandom(1), size: 32 });
    expect([output.height, output.width]).toEqual([32, 32]);
  });
});
