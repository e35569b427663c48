import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Image } from '../../../src/augment/image';
import { createPool } from '../../../src/augment/pool';
import { fileTests } from '../../../src/learn/fileTests/fileTests';
import type { FileTest } from '../../../src/protocol/result';
import { createRandom, type Random } from '../../../src/random/random';

/*
 * Noise has no left and right; saved as JPEG, a flip can be told by the file (Z. Lin et al., Visual Chirality, CVPR 2020, section
 * 4.2). Here by what every run tests its files with; test/learn/traces/jpegNoise.test.ts looks for the blocks themselves.
 */
const pictures = 160;

async function noiseFile(side: number, random: Random): Promise<Image> {
  const noise = Uint8Array.from({ length: side * side * 3 }, () => random.integer(0, 255));
  const file = await sharp(noise, { raw: { width: side, height: side, channels: 3 } })
    .jpeg({ quality: 90, chromaSubsampling: '4:2:0' })
    .toBuffer();
  return { data: new Uint8Array(await sharp(file).raw().toBuffer()), height: side, width: side, channels: 3 };
}

/** The tests of a flip, by channel. */
async function testFlip(side: number): Promise<Map<FileTest['channel'], FileTest>> {
  const random = createRandom(4, 'JPEG noise', side);
  const images: Image[] = [];
  for (let i = 0; i < pictures; i++) images.push(await noiseFile(side, random));
  const pool = createPool({ names: ['HorizontalFlip'], profile: 'modern', size: side });
  const tests = await fileTests({ images, pool, random: createRandom(1, 'file tests') });
  return new Map(tests.map((one) => [one.channel, one]));
}

const holdsChance = ([low, high]: readonly [number, number]): boolean => low <= 0.5 && 0.5 <= high;

describe('the file tests of JPEG noise of 100 px, quality 90, 4:2:0', () => {
  let tests: Map<FileTest['channel'], FileTest>;
  beforeAll(async () => {
    tests = await testFlip(100);
  });

  it.each(['Cb', 'Cr'] as const)(
    '%s tells a flip without the guard, chance is left with it, and so it is a trace',
    (channel) => {
      const { unguarded, guarded, fileTrace, n } = tests.get(channel)!;
      expect(n).toBe(pictures);
      expect(unguarded.interval95[0]).toBeGreaterThan(0.9);
      expect(holdsChance(guarded.interval95), `${guarded.interval95}`).toBe(true);
      expect(fileTrace).toBe(true);
    },
  );

  it('luma, which is saved whole, tells nothing', () => {
    const { unguarded, fileTrace } = tests.get('Y')!;
    expect(unguarded.interval95[0]).toBeLessThan(0.55);
    expect(fileTrace).toBe(false);
  });
});

describe('the file tests of JPEG noise of 99 px', () => {
  it('tell nothing: a flip of an odd width leaves odd columns odd, and blocks are not what they look at', async () => {
    const tests = await testFlip(99);
    expect([...tests.keys()]).toEqual(['Y', 'Cb', 'Cr']);
    for (const { unguarded, guarded, fileTrace } of tests.values()) {
      expect(unguarded.auroc).toBeCloseTo(0.5, 10);
      expect(holdsChance(guarded.interval95), `${guarded.interval95}`).toBe(true);
      expect(fileTrace).toBe(false);
    }
  });
});
