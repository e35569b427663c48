import { describe, expect, it } from 'vitest';
import type { Image } from '../../../../src/augment/image';
import { flipHorizontal } from '../../../../src/augment/kernels/flip';
import { type Step, takeStep } from '../../../../src/data/feed/steps/step';
import { parity } from '../../../../src/learn/fileTests/parity';
import { createRandom } from '../../../../src/random/random';

const random = createRandom(1, 'steps');

function picture(height: number, width: number, channels: 1 | 3, level: (y: number, x: number) => number): Image {
  const data = Uint8Array.from({ length: height * width * channels }, (_, i) => {
    const pixel = Math.floor(i / channels);
    return level(Math.floor(pixel / width), pixel % width);
  });
  return { data, height, width, channels };
}

const smooth = (y: number, x: number): number => Math.round(120 + 60 * Math.sin(x / 6) + 40 * Math.cos(y / 5));
const steps: readonly Step[] = [
  { kind: 're-encode', quality: 90, subsampling: '4:2:0', block: null },
  { kind: 'half-pixel' },
  { kind: 'blur', window: 3 },
];

describe.each(steps)('the step $kind', (step) => {
  it.each([1, 3] as const)(
    'keeps the size, the %i channels and the look of a smooth picture, and its input',
    async (channels) => {
      const image = picture(21, 30, channels, smooth);
      const before = image.data.slice();
      const { data, ...shape } = await takeStep(image, step, random);
      expect(shape).toEqual({ height: 21, width: 30, channels });
      expect(image.data).toEqual(before);
      const differences = data.map((value, i) => Math.abs(value - before[i]));
      expect(Math.max(...differences)).toBeLessThan(14);
      expect(differences.reduce((sum, value) => sum + value, 0) / data.length).toBeLessThan(5);
    },
  );

  it('leaves a plain picture as it is', async () => {
    const plain = picture(9, 7, 1, () => 77);
    expect((await takeStep(plain, step, random)).data).toEqual(plain.data);
  });
});

describe('half-pixel', () => {
  it('takes the mean of four neighbours and repeats the border', async () => {
    const image: Image = { data: Uint8Array.of(10, 20, 30, 41), height: 2, width: 2, channels: 1 };
    expect([...(await takeStep(image, { kind: 'half-pixel' }, random)).data]).toEqual([25, 31, 36, 41]);
  });

  it('takes the parity of columns away', async () => {
    const stripes = picture(8, 12, 1, (_, x) => 100 + 4 * (x % 2));
    const { data } = await takeStep(stripes, { kind: 'half-pixel' }, random);
    const inner = { ...stripes, data: data.filter((_, i) => i % 12 < 11), width: 11 };
    expect(parity(inner, 'columns')).toEqual([0]);
  });
});

describe('re-encode', () => {
  const step: Step = { kind: 're-encode', quality: 10, subsampling: '4:2:0', block: null };
  const noise = (): Image => picture(40, 40, 1, () => random.integer(0, 255));

  it('lays the blocks at a place of their own each time', async () => {
    const image = noise();
    const phases = new Set<number>();
    for (let i = 0; i < 60; i++) phases.add(blockPhase(await takeStep(image, step, random)));
    expect(phases.size).toBeGreaterThan(5);
  });

  it('treats a picture and its mirror image alike, up to the place of the blocks', async () => {
    const counts = new Map<number, number>();
    for (let i = 0; i < 160; i++) {
      const phase = blockPhase(flipHorizontal(await takeStep(noise(), step, random)));
      counts.set(phase, (counts.get(phase) ?? 0) + 1);
    }
    expect(Math.min(...counts.values())).toBeGreaterThan(8);
    expect(Math.max(...counts.values())).toBeLessThan(36);
  });
});

/** Where on 0..7 the steps between neighbouring columns are largest: the left edge of the blocks. */
function blockPhase({ data, height, width }: Image): number {
  const sums = new Float64Array(8);
  for (let y = 0; y < height; y++) {
    for (let x = 1; x < width; x++) sums[x % 8] += Math.abs(data[y * width + x] - data[y * width + x - 1]);
  }
  return sums.indexOf(Math.max(...sums));
}
