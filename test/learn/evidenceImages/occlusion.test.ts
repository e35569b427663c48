import { describe, expect, it } from 'vitest';
import type { Image } from '../../../src/augment/image';
import { occlusionMap, occlusions, perSide } from '../../../src/learn/evidenceImages/occlusion';
import { overlay } from '../../../src/learn/evidenceImages/overlay';
import { type Scored, scoreFalls } from '../../../src/learn/evidenceImages/scoreFalls';
import { createRandom } from '../../../src/random/random';

const side = 28;
const channels = 3;
const gray = [110, 120, 130];

/** Noise with a red square of 5 px whose corner lies at (y0, x0). */
function marked(y0: number, x0: number): Image {
  const random = createRandom(7, 'marked', y0, x0);
  const data = Uint8Array.from({ length: side * side * channels }, () => random.integer(60, 180));
  for (let y = y0; y < y0 + 5; y++) {
    for (let x = x0; x < x0 + 5; x++) data.set([255, 0, 0], (y * side + x) * channels);
  }
  return { data, height: side, width: side, channels };
}

/** A network whose one feature is how much of the picture is strongly red. */
const seesRed = {
  network: { options: { mean: gray } },
  infer: {
    run: ({ pixels }: { pixels: Uint8Array }) => {
      const length = side * side * channels;
      const features = Float32Array.from({ length: pixels.length / length }, (_, row) => {
        let red = 0;
        for (let i = row * length; i < (row + 1) * length; i += channels)
          red += Math.max(0, pixels[i] - pixels[i + 1] - 130);
        return red / 3000;
      });
      return Promise.resolve({ features, headLogits: features, taskLogits: features });
    },
  },
} as unknown as Parameters<typeof scoreFalls>[1]['network'];

async function mapOf(image: Image, batchSize: number, size: number): Promise<Float32Array> {
  const score: Scored['score'] = (features, row) => features[row];
  const weights = { parameters: new Float32Array(), batchStatistics: new Float32Array() };
  const { signal } = new AbortController();
  const { features } = await seesRed.infer.run({ pixels: image.data, ...weights });
  const [falls] = await scoreFalls([{ image, whole: features[0], score }], {
    network: seesRed,
    weights,
    batchSize,
    signal,
  });
  expect(falls).toHaveLength(perSide * perSide);
  return occlusionMap(falls, size);
}

/** Row and column of the highest value, as shares of the side. */
function peak(map: Float32Array): [number, number] {
  const size = Math.sqrt(map.length);
  const at = map.indexOf(Math.max(...map));
  return [(Math.floor(at / size) + 0.5) / size, ((at % size) + 0.5) / size];
}

describe('the map of a planted patch', () => {
  it.each([
    [2, 3],
    [20, 4],
    [11, 18],
    [22, 22],
  ])('lights up at the patch at (%i, %i) and nowhere far from it', async (y0, x0) => {
    const size = 56;
    const map = await mapOf(marked(y0, x0), 100, size);
    const [y, x] = peak(map);
    expect(Math.abs(y - (y0 + 2.5) / side)).toBeLessThan(0.16);
    expect(Math.abs(x - (x0 + 2.5) / side)).toBeLessThan(0.16);
    const most = Math.max(...map);
    map.forEach((value, i) => {
      const distance = Math.hypot(Math.floor(i / size) / size - y, (i % size) / size - x);
      if (distance > 0.5) expect(Math.abs(value)).toBeLessThan(0.2 * most);
    });
  });

  it('is the same whatever number of pictures passes the network at once', async () => {
    expect(await mapOf(marked(9, 9), 10, side)).toEqual(await mapOf(marked(9, 9), 100, side));
  });
});

describe('occlusions', () => {
  it('cover every pixel at least half with some patch, and leave what is far as it was', () => {
    const white: Image = { data: new Uint8Array(21 * 21).fill(255), height: 21, width: 21, channels: 1 };
    const versions = [...occlusions(white, [0])];
    const darkest = white.data.map((_, i) => Math.min(...versions.map((version) => version[i])));
    expect(Math.max(...darkest)).toBeLessThan(128);
    expect(versions[0][20 * 21 + 20]).toBe(255);
    expect(white.data.every((value) => value === 255)).toBe(true);
  });
});

describe('occlusionMap', () => {
  it('of equal falls is that fall everywhere', () => {
    for (const value of occlusionMap(new Float64Array(perSide * perSide).fill(-0.7), 33))
      expect(value).toBeCloseTo(-0.7, 5);
  });
});

describe('overlay', () => {
  const image: Image = { data: Uint8Array.of(100, 100, 100, 100), height: 2, width: 2, channels: 1 };
  const at = (value: number): number[] => [...overlay(image, new Float32Array(16).fill(value), 2).data.slice(0, 3)];

  it('is the enlarged picture in gray where the map is 0', () => {
    const { data, ...shape } = overlay(image, new Float32Array(16), 2);
    expect(shape).toEqual({ height: 4, width: 4, channels: 3 });
    expect([...new Set(data)]).toEqual([100]);
  });

  it('turns vermilion with what speaks for, blue with what speaks against, and no more than that', () => {
    const [r, , b] = at(1);
    expect(r).toBeGreaterThan(b);
    expect(at(-1)[2]).toBeGreaterThan(at(-1)[0]);
    expect(at(2)).toEqual(at(50));
    expect(at(2)[0]).toBeGreaterThan(r);
  });
});
