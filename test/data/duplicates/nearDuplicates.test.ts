import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Image } from '../../../src/augment/image';
import { lookLength, lookOf } from '../../../src/data/duplicates/look';
import { groupNearDuplicates } from '../../../src/data/duplicates/nearDuplicates';
import { createRandom, type Random } from '../../../src/random/random';
import { toSharp } from '../support/pictures';

const size = 32;

/** A picture with structure at every scale, another one for every number. */
function photo(number: number, shape: (x: number, y: number) => number = () => 0): Image {
  const random = createRandom(number, 'photo');
  const waves = Array.from({ length: 12 }, () => ({
    x: random.uniform(-3, 3),
    y: random.uniform(-3, 3),
    phase: random.uniform(0, 7),
    height: random.uniform(5, 20),
  }));
  const at = (x: number, y: number): number =>
    120 + waves.reduce((sum, w) => sum + w.height * Math.sin((w.x * x + w.y * y) / 5 + w.phase), 0) + shape(x, y);
  return draw((x, y) => [at(x, y), at(x, y) + 10, at(x, y) - 10]);
}

function draw(colourAt: (x: number, y: number) => readonly number[]): Image {
  const data = new Uint8Array(size * size * 3);
  for (let i = 0; i < size * size; i++) {
    colourAt(i % size, Math.floor(i / size)).forEach((value, c) => {
      data[i * 3 + c] = Math.min(255, Math.max(0, Math.round(value)));
    });
  }
  return { data, height: size, width: size, channels: 3 };
}

/** A slanted stroke on black, of which there are endlessly many alike: place, slope and thickness are free. */
function stroke(random: Random): Image {
  const middle = random.uniform(13, 19);
  const slope = random.uniform(-0.5, 0.5);
  const thickness = random.uniform(2, 4);
  const length = random.uniform(9, 13);
  return draw((x, y) => {
    const aside = Math.abs(x - middle - slope * (y - 16));
    const level = Math.abs(y - 16) > length ? 0 : 255 * Math.min(1, Math.max(0, thickness - aside));
    return [level, level, level];
  });
}

const photos = Array.from({ length: 300 }, (_, i) => photo(i));
const groupsOf = (pictures: readonly Image[]): Int32Array => groupNearDuplicates(pictures.map(lookOf));
const alone = (count: number): Int32Array => Int32Array.from({ length: count }, (_, i) => i);

describe('groupNearDuplicates', () => {
  test('leaves different pictures alone', () => {
    expect(groupsOf(photos)).toEqual(alone(photos.length));
  });

  test('finds what was encoded again, resized, made brighter or cut a little', async () => {
    const original = toSharp(photos[5]);
    const read = async (bytes: Buffer): Promise<Image> => {
      const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
      return { data, height: info.height, width: info.width, channels: 3 };
    };
    const copies = [
      await read(await original.clone().jpeg({ quality: 60 }).toBuffer()),
      await read(await original.clone().resize(24, 24).png().toBuffer()),
      await read(await original.clone().linear(1.05, 8).png().toBuffer()),
      await read(await original.clone().extract({ left: 0, top: 0, width: 31, height: 31 }).png().toBuffer()),
    ];
    const leaders = groupsOf([...photos, ...copies]);
    expect([...leaders.subarray(photos.length)]).toEqual(copies.map(() => 5));
    expect(leaders.subarray(0, photos.length)).toEqual(alone(photos.length));
  });

  test('takes another colour and a mirror image for another picture', () => {
    const { data } = photos[5];
    const red = draw((x, y) => [data[(y * size + x) * 3] + 60, data[(y * size + x) * 3], data[(y * size + x) * 3]]);
    const mirrored = draw((x, y) => [0, 1, 2].map((c) => data[(y * size + size - 1 - x) * 3 + c]));
    expect(groupsOf([...photos, red, mirrored])).toEqual(alone(photos.length + 2));
  });

  test('does not group what is alike by nature: strokes that correlate above 0.95, plain pictures, a fixed camera', () => {
    const random = createRandom(1, 'strokes');
    const strokes = Array.from({ length: 1500 }, () => stroke(random));
    const looks = strokes.map(lookOf);
    const grouped = groupNearDuplicates(looks).filter((leader, i) => leader !== i).length;
    expect(closePairs(looks)).toBeGreaterThan(1000);
    // By chance the odd stroke has one neighbour and no other: without the rule nearly all of them are grouped.
    expect(grouped).toBeLessThan(200);

    const plain = Array.from({ length: 50 }, () => draw(() => [90, 90, 90].map((v) => v + random.normal(0, 4))));
    expect(groupsOf(plain)).toEqual(alone(50));

    const fixed = Array.from({ length: 50 }, (_, i) => photo(7, (x, y) => (x === i % size && y < 9 ? 60 : 0)));
    expect(groupsOf(fixed)).toEqual(alone(50));
  });

  test('holds every member at the first of its group, and groups no chain', () => {
    const film = Array.from({ length: 12 }, (_, i) => photo(3, (x) => 12 * Math.sin((x + i) / 9)));
    const leaders = groupsOf([...photos.slice(10), ...film]);
    leaders.forEach((leader) => expect(leaders[leader]).toBe(leader));
    leaders.forEach((leader, i) => expect(leader).toBeLessThanOrEqual(i));
  });

  test('takes no looks, and one', () => {
    expect(groupNearDuplicates([])).toEqual(alone(0));
    expect(groupNearDuplicates([new Uint8Array(lookLength)])).toEqual(alone(1));
  });
});

/** Pairs of looks whose gray parts correlate above 0.95. */
function closePairs(looks: readonly Uint8Array[]): number {
  const rows = looks.slice(0, 800).map((look) => {
    const gray = Float64Array.from(look.subarray(0, lookLength - 3));
    const mean = gray.reduce((sum, value) => sum + value, 0) / gray.length;
    const length = Math.sqrt(gray.reduce((sum, value) => sum + (value - mean) ** 2, 0));
    return gray.map((value) => (value - mean) / length);
  });
  let close = 0;
  for (let i = 0; i < rows.length; i++) {
    for (let j = 0; j < i; j++) {
      if (rows[i].reduce((sum, value, k) => sum + value * rows[j][k], 0) > 0.95) close++;
    }
  }
  return close;
}
