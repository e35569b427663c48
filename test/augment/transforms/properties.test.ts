import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Image, Mask } from '../../../src/augment/image';
import { createPool } from '../../../src/augment/pool';
import type { Transform } from '../../../src/augment/transform';
import type { Profile } from '../../../src/protocol/vocabulary';
import { createRandom } from '../../../src/random/random';
import { images, masks, pattern } from '../pictures';

const profiles: Profile[] = ['modern', 'paper'];
const size = 32;
const all = profiles.flatMap((profile) =>
  createPool({ profile, size }).map((transform): [string, Transform] => [`${transform.name}, ${profile}`, transform]),
);
const geometric = all.filter(([, { kind }]) => kind === 'geometric');
const seeds = fc.integer();

const named = (name: string): Transform => all.find(([, transform]) => transform.name === name)![1];
const bytes = ({ data, height, width }: Image | Mask) => ({ height, width, data: Buffer.from(data).toString('hex') });

describe.each(all)('%s', (_title, transform) => {
  it('takes any size and colour, and gives the same bytes for the same seed', () => {
    fc.assert(
      fc.property(images(), seeds, (image, seed) => {
        const before = bytes(image);
        const run = () => transform.apply(image, transform.sample(createRandom(seed), image));
        const output = run();
        expect(bytes(run())).toEqual(bytes(output));
        expect(output.data.length).toBe(output.height * output.width * output.channels);
        expect(output.channels).toBe(image.channels);
        expect(bytes(image)).toEqual(before);
      }),
    );
  });

  it('gives the working size or keeps a size of its own', () => {
    const image = pattern(size, size, 3);
    const { height, width } = transform.apply(image, transform.sample(createRandom(1), image));
    const isCrop = transform.name === 'RandomCrop' || transform.name === 'CenterCrop';
    expect([height, width]).toEqual(isCrop ? [25, 25] : [32, 32]);
  });

  it('follows with the mask if and only if it moves pixels', () => {
    expect(transform.applyToMask !== undefined).toBe(transform.kind === 'geometric');
  });
});

describe.each(geometric)('%s on masks', (_title, transform) => {
  it('never mixes ids, and gives the shape that the image gets', () => {
    fc.assert(
      fc.property(masks(), seeds, (mask, seed) => {
        const params = transform.sample(createRandom(seed), { ...mask, channels: 1 });
        const moved = transform.applyToMask!(mask, params);
        const image = transform.apply({ ...mask, channels: 1 }, params);
        expect([moved.height, moved.width]).toEqual([image.height, image.width]);
        const known = new Set(mask.data);
        expect([...moved.data].filter((id) => !known.has(id))).toEqual([]);
      }),
    );
  });
});

describe('orientation', () => {
  it.each(['HorizontalFlip', 'VerticalFlip', 'Transpose'])('%s twice is the identity', (name) => {
    const transform = named(name);
    fc.assert(
      fc.property(images({ maxSide: 80 }), (image) => {
        expect(bytes(transform.apply(transform.apply(image, {}), {}))).toEqual(bytes(image));
      }),
    );
  });

  it('four quarter turns are the identity, and one turned back too', () => {
    const turn = named('RandomRotate90');
    fc.assert(
      fc.property(images({ maxSide: 80 }), fc.integer({ min: 0, max: 3 }), (image, factor) => {
        let turned = image;
        for (let i = 0; i < 4; i++) turned = turn.apply(turned, { factor: 1 });
        expect(bytes(turned)).toEqual(bytes(image));
        const back = turn.apply(turn.apply(image, { factor }), { factor: (4 - factor) % 4 });
        expect(bytes(back)).toEqual(bytes(image));
      }),
    );
  });

  it('a quarter turn counter-clockwise brings the last column to the top', () => {
    const image: Image = { data: Uint8Array.of(1, 2, 3, 4, 5, 6), height: 2, width: 3, channels: 1 };
    const { data, height, width } = named('RandomRotate90').apply(image, { factor: 1 });
    expect({ data: [...data], height, width }).toEqual({ data: [3, 6, 2, 5, 1, 4], height: 3, width: 2 });
  });

  it('effective turns are never zero and each equally likely', () => {
    const turn = named('RandomRotate90');
    const random = createRandom(1);
    const counts = new Map<string, number>();
    const draws = 3000;
    for (let i = 0; i < draws; i++) {
      const outcome = turn.outcomeOf!(turn.sampleEffective!(random, pattern(4, 4, 1)));
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([...turn.outcomes!].sort());
    // Four standard deviations of a count with probability 1/3.
    for (const count of counts.values())
      expect(Math.abs(count - draws / 3)).toBeLessThan(4 * Math.sqrt((draws * 2) / 9));
  });
});

describe('crops', () => {
  const cases = profiles.flatMap((profile) => [16, 28, 32, 64, 256].map((side): [Profile, number] => [profile, side]));

  it.each(cases)('lie inside, %s profile at %i px', (profile, side) => {
    const [random, sized] = createPool({ names: ['RandomCrop', 'RandomSizedCrop'], profile, size: side });
    const { minMaxHeight } = sized.settings as { minMaxHeight: readonly number[] };
    expect(minMaxHeight).toEqual([Math.round((side * 25) / 32), side - 2]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), seeds, (height, width, seed) => {
        const shape = { height, width, channels: 3 } as const;
        const box = random.sample(createRandom(seed), shape) as Record<string, number>;
        expect(box.height).toBe(Math.min(Math.round((side * 25) / 32), height));
        expect(box.y0 >= 0 && box.y0 + box.height <= height && box.x0 >= 0 && box.x0 + box.width <= width).toBe(true);
        const drawn = sized.sample(createRandom(seed), shape) as Record<string, number>;
        expect(drawn.y0 >= 0 && drawn.y0 + drawn.cropHeight <= height).toBe(true);
        expect(drawn.x0 >= 0 && drawn.x0 + drawn.cropWidth <= width).toBe(true);
        expect(drawn.cropHeight).toBeLessThanOrEqual(side - 2);
        expect([drawn.height, drawn.width]).toEqual([side, side]);
      }),
    );
  });

  it('reach the last offset in the modern profile and not in the paper profile', () => {
    const offsets = (profile: Profile): Set<number> => {
      const [crop] = createPool({ names: ['RandomCrop'], profile, size });
      const random = createRandom(3);
      const shape = { height: size, width: size, channels: 3 } as const;
      return new Set(Array.from({ length: 500 }, () => (crop.sample(random, shape) as { y0: number }).y0));
    };
    expect([...offsets('modern')].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect([...offsets('paper')].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('refuse boxes outside the picture and name both', () => {
    const outside = { y0: 10, x0: 0, height: 25, width: 25 };
    expect(() => named('RandomCrop').apply(pattern(32, 32, 3), outside)).toThrow(
      'The crop of 25 x 25 at (10, 0) does not lie inside the image of 32 x 32.',
    );
  });
});

describe('drawn parameters', () => {
  /** Limits from the specification, section 3. */
  const limits: [name: string, profile: Profile, key: string, low: number, high: number][] = [
    ['ShiftScaleRotate', 'modern', 'angle', -45, 45],
    ['ShiftScaleRotate', 'modern', 'scale', 0.9, 1.1],
    ['ShiftScaleRotate', 'modern', 'dx', -0.0625, 0.0625],
    ['RandomContrast', 'modern', 'alpha', 0.8, 1.2],
    ['RandomBrightness', 'modern', 'beta', -0.2, 0.2],
    ['RandomBrightness', 'paper', 'alpha', 0.8, 1.2],
    ['RandomGamma', 'modern', 'g', 0.8, 1.2],
    ['RandomGamma', 'paper', 'g', 0.8, 1.2],
    ['CLAHE', 'modern', 'clip', 1, 4],
    ['GaussNoise', 'modern', 'standardDeviation', Math.sqrt(10), Math.sqrt(50)],
    ['GaussNoise', 'paper', 'standardDeviation', Math.sqrt(10), Math.sqrt(50)],
  ];

  it.each(limits)('%s, %s: %s fills its range', (name, profile, key, low, high) => {
    const [transform] = createPool({ names: [name], profile, size });
    const random = createRandom(1, name, key);
    const values = Array.from({ length: 2000 }, () => {
      return (transform.sample(random, pattern(size, size, 3)) as Record<string, number>)[key];
    });
    const margin = (high - low) * 0.02;
    const [smallest, largest] = [Math.min(...values), Math.max(...values)];
    expect(smallest).toBeGreaterThanOrEqual(low);
    expect(smallest).toBeLessThan(low + margin);
    expect(largest).toBeLessThanOrEqual(high);
    expect(largest).toBeGreaterThan(high - margin);
  });
});
