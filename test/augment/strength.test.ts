import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactlyAtStrength, upToStrength } from '../../src/augment/atStrength';
import type { Image } from '../../src/augment/image';
import { createPool } from '../../src/augment/pool';
import type { Transform } from '../../src/augment/transform';
import type { Profile } from '../../src/protocol/vocabulary';
import { createRandom } from '../../src/random/random';
import { images, pattern } from './pictures';

const profiles: readonly Profile[] = ['modern', 'paper'];
const graded = profiles.flatMap((profile) =>
  [32, 64].flatMap((size) =>
    createPool({ profile, size })
      .filter(({ strength }) => strength !== undefined)
      .map((transform): [string, Transform, number] => [`${transform.name}, ${profile}, ${size} px`, transform, size]),
  ),
);
const drawn = (transform: Transform, image: Image, seed: number) =>
  transform.apply(image, transform.sample(createRandom(seed), image));

it('is known of all but what is applied or not', () => {
  const without = createPool({ profile: 'modern', size: 32 }).filter(({ strength }) => strength === undefined);
  expect(without.map(({ name }) => name)).toEqual([
    'HorizontalFlip',
    'VerticalFlip',
    'RandomRotate90',
    'Transpose',
    'ToGray',
  ]);
  expect(() => upToStrength(without[0], 1)).toThrow('HorizontalFlip has no strength: it is applied or not.');
});

describe.each(graded)('%s', (_title, transform, size) => {
  const strength = transform.strength!;

  it('has a grid that ascends, holds the default and goes beyond it', () => {
    const { grid } = strength;
    expect(grid).toEqual([...new Set(grid)].sort((a, b) => a - b));
    expect(grid).toContain(strength.default);
    expect(grid.at(-1)).toBeGreaterThan(strength.default);
  });

  it('at the default value is the transform itself: settings and bytes', () => {
    const same = upToStrength(transform, strength.default);
    expect(same.settings).toEqual(transform.settings);
    fc.assert(
      fc.property(images(), fc.integer(), (image, seed) => {
        const [actual, expected] = [same, transform].map((one) => drawn(one, image, seed));
        expect(Buffer.compare(actual.data, expected.data)).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  it('draws at every value of the grid from the settings that it states', () => {
    const shape = pattern(size, size, 3);
    for (const value of strength.grid) {
      const changed = upToStrength(transform, value);
      for (let seed = 0; seed < 200; seed++) {
        expect(withinSettings(changed, changed.sample(createRandom(seed), shape), size)).toBe(true);
      }
    }
  });

  it('drawn exactly reaches an end of those settings', () => {
    const shape = pattern(size, size, 3);
    for (const value of strength.grid) {
      const exact = exactlyAtStrength(transform, value);
      for (let seed = 0; seed < 20; seed++) {
        const params = exact.sample(createRandom(seed), shape);
        expect(withinSettings(exact, params, size)).toBe(true);
        expect(strengthOf(transform.name, params, size)).toBeCloseTo(inParams(transform, value), 9);
      }
    }
  });

  it('changes a picture more, the stronger it is', () => {
    const image = pattern(size, size, 3);
    const distances = strength.grid.map((value) => {
      let sum = 0;
      for (let seed = 0; seed < 10; seed++)
        sum += distance(image, drawn(exactlyAtStrength(transform, value), image, seed));
      return sum;
    });
    // The pattern is no photograph: what turns or crops it far makes no more difference than half of that.
    expect(distances[0]).toBeLessThanOrEqual(distances[2]);
    expect(distances[0]).toBeLessThanOrEqual(distances.at(-1)!);
  });
});

type Numbers = Readonly<Record<string, number>>;

/** Whether parameters lie within the settings, by what Albumentations says of each of them. */
function withinSettings({ name, settings }: Transform, params: unknown, size: number): boolean {
  const p = params as Numbers;
  const within = (value: number, setting: string, slack = 1e-9): boolean => {
    const [low, high] = settings[setting] as readonly number[];
    return value >= low - slack && value <= high + slack;
  };
  switch (name) {
    case 'RandomBrightness':
      return within('beta' in p ? p.beta : p.alpha - 1, 'brightnessLimit');
    case 'RandomContrast':
      return within(p.alpha - 1, 'contrastLimit');
    case 'RandomGamma':
      return within(100 * p.g, 'gammaLimit');
    case 'CLAHE':
      return within(p.clip, 'clipLimit');
    case 'Blur':
      return within(p.k, 'blurLimit') && p.k % 2 === 1;
    case 'GaussNoise':
      return 'stdRange' in settings
        ? within(p.standardDeviation / 255, 'stdRange')
        : within(p.standardDeviation ** 2, 'varLimit');
    case 'ShiftScaleRotate':
      return (
        within(p.angle, 'rotateLimit') &&
        within(p.scale - 1, 'scaleLimit') &&
        within(p.dx, 'shiftLimit') &&
        within(p.dy, 'shiftLimit')
      );
    case 'RandomSizedCrop':
      return within(p.cropHeight, 'minMaxHeight') && p.height === size;
    default:
      return p.height === settings.height && p.width === settings.width;
  }
}

/** How strong drawn parameters are, in their own terms. */
function strengthOf(name: string, params: unknown, size: number): number {
  const p = params as Numbers;
  switch (name) {
    case 'RandomBrightness':
      return Math.abs('beta' in p ? p.beta : p.alpha - 1);
    case 'RandomContrast':
      return Math.abs(p.alpha - 1);
    case 'RandomGamma':
      return Math.abs(100 * p.g - 100);
    case 'CLAHE':
      return p.clip;
    case 'Blur':
      return p.k;
    case 'GaussNoise':
      return p.standardDeviation;
    case 'ShiftScaleRotate':
      return Math.abs(p.angle);
    case 'RandomSizedCrop':
      return size - p.cropHeight;
    default:
      return size - p.height;
  }
}

/** A strength in the terms of the parameters: only noise has others. */
function inParams({ name, strength }: Transform, value: number): number {
  if (name !== 'GaussNoise') return value;
  return strength!.setting === 'std_range' ? 255 * value : Math.sqrt(value);
}

function distance(image: Image, { data, height, width }: Image): number {
  // Crops stay small: their strength shows in what they leave.
  if (height !== image.height) return image.height * image.width - height * width;
  return data.reduce((sum, value, i) => sum + Math.abs(value - image.data[i]), 0);
}
