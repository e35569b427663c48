import { describe, expect, it } from 'vitest';
import { landscapes } from '../../../bench/truth/sets/landscapes';
import { truthSets } from '../../../bench/truth/sets';
import { realSets } from '../../../bench/truth/realSets';
import { orientations } from '../../../bench/truth/truth';
import type { TruthSet } from '../../../bench/truth/truthSet';
import type { Image } from '../../../src/augment/image';
import { createPool } from '../../../src/augment/pool';
import { createRandom } from '../../../src/random/random';

const pool = createPool({ profile: 'modern', size: 20 });

describe.each(truthSets.map((set) => [set.name, set] as const))('the set %s', (_, set) => {
  it('is the same for the same seed and another for another', () => {
    for (const label of set.classes.keys()) {
      const [first, again, other] = [1, 1, 2].map((seed) => set.draw(createRandom(seed, 'test'), label));
      expect(again.data).toEqual(first.data);
      expect(other.data).not.toEqual(first.data);
      expect([first.height, first.width]).toEqual([set.size, set.size]);
    }
  });

  it('claims something of known transforms alone, and says why', () => {
    for (const [name, { because, is, breaks }] of Object.entries(set.truth)) {
      expect(pool.map((transform) => transform.name)).toContain(name);
      expect(because).toMatch(/\.$/);
      expect(breaks !== undefined).toBe(is.includes('harmful'));
    }
  });

  it('does not change under the flips and turns that are claimed safe, in 24 measures on 400 pictures', () => {
    const pictures = draw(set);
    for (const name of orientations.filter((one) => set.truth[one]?.is[0] === 'safe')) {
      expect(largestChange(pictures, name), name).toBeLessThan(4.5);
    }
  });
});

it('changes clearly under flips and turns that are claimed shifting', () => {
  const pictures = draw(landscapes);
  for (const name of ['VerticalFlip', 'RandomRotate90', 'Transpose']) {
    expect(largestChange(pictures, name), name).toBeGreaterThan(10);
  }
});

it('has at least eight drawn sets, and every transform of the pool is claimed by one of them', () => {
  expect(truthSets.length).toBeGreaterThanOrEqual(8);
  const claimed = new Set(truthSets.flatMap(({ truth }) => Object.keys(truth)));
  expect([...claimed].sort()).toEqual(pool.map(({ name }) => name).sort());
});

it('claims of EuroSAT as safe no orientation that moves the light of the morning from the south-east', () => {
  const light: Image = { data: Uint8Array.of(0, 0, 0, 255), height: 2, width: 2, channels: 1 };
  const { truth = {} } = realSets.find(({ name }) => name === 'EuroSAT') ?? {};
  for (const transform of createPool({ names: [...orientations], profile: 'modern', size: 2 })) {
    const random = createRandom(1, transform.name);
    const params = transform.sampleEffective?.(random, light) ?? transform.sample(random, light);
    const stays = transform.apply(light, params).data[3] === 255;
    expect(truth[transform.name].is, transform.name).toEqual(stays ? ['safe'] : ['safe', 'shifting']);
  }
});

it('has no two sets of one name', () => {
  const names = [...truthSets, ...realSets].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

function draw(set: TruthSet): Image[] {
  return Array.from({ length: 400 }, (_, i) => set.draw(createRandom(7, set.name, i), i % set.classes.length));
}

/**
 * The largest |z| of the mean of f(picture) − f(transformed picture) over 24 measures f that prefer some places, directions and
 * levels at random. Where the transform leaves the distribution as it is, each is standard normal: 4.5 is passed once in 6,000 sets of 24.
 */
function largestChange(pictures: readonly Image[], name: string): number {
  const size = pictures[0].width;
  const [transform] = createPool({ names: [name], profile: 'modern', size });
  const measures = Array.from({ length: 24 }, (_, f) => measure(f, size));
  const differences = measures.map((): number[] => []);
  for (const [i, image] of pictures.entries()) {
    const random = createRandom(7, name, i);
    const params = transform.sampleEffective?.(random, image) ?? transform.sample(random, image);
    const after = transform.apply(image, params);
    measures.forEach((f, k) => differences[k].push(f(image) - f(after)));
  }
  return Math.max(...differences.map((values) => Math.abs(zOf(values))));
}

function measure(f: number, size: number): (image: Image) => number {
  const random = createRandom(3, 'measure', f);
  const places = Array.from({ length: size * size }, () => random.normal(0, 1));
  const [across, down, bias] = [random.normal(0, 1), random.normal(0, 1), random.uniform(-40, 40)];
  return ({ data, width, height, channels }) => {
    let sum = 0;
    for (let y = 0; y < height - 1; y++) {
      for (let x = 0; x < width - 1; x++) {
        const at = (y * width + x) * channels;
        const slope = across * (data[at + channels] - data[at]) + down * (data[at + width * channels] - data[at]);
        sum += Math.max(0, slope + bias) + places[y * size + x] * data[at];
      }
    }
    return sum;
  };
}

function zOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return variance > 0 ? mean / Math.sqrt(variance / values.length) : 0;
}
