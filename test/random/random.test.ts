import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashWords } from '../../src/random/hash';
import { createRandom } from '../../src/random/random';
import { sfc32 } from '../../src/random/sfc32';

const draws = 100_000;

/** Chi-square of counts against equal ones: within four standard deviations of its mean. */
function expectUniform(counts: readonly number[]): void {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const freedom = counts.length - 1;
  expect(Math.abs(chiSquare - freedom)).toBeLessThan(4 * Math.sqrt(2 * freedom));
}

function countInto(bins: number, draw: () => number): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (let i = 0; i < draws; i++) counts[draw()]++;
  return counts;
}

describe('sfc32', () => {
  it('gives the words of the published recurrence, however the calls are cut', () => {
    const mask = 0xffffffffn;
    let [a, b, c, counter] = [1n, 2n, 3n, 4n];
    const expected = Array.from({ length: 40 }, () => {
      const word = (a + b + counter) & mask;
      counter = (counter + 1n) & mask;
      a = b ^ (b >> 9n);
      b = (c + (c << 3n)) & mask;
      c = ((((c << 21n) | (c >> 11n)) & mask) + word) & mask;
      return Number(word) | 0;
    });
    const fill = sfc32([1, 2, 3, 4]);
    const words = [new Int32Array(7), new Int32Array(1), new Int32Array(32)];
    words.forEach(fill);
    expect(words.flatMap((part) => [...part])).toEqual(expected);
  });
});

describe('createRandom', () => {
  it('draws uniformly: the highest and the lowest bits, and pairs', () => {
    const random = createRandom(1, 'uniform');
    expectUniform(countInto(64, () => Math.floor(random.next() * 64)));
    expectUniform(countInto(64, () => (random.next() * 2 ** 53) % 64));
    expectUniform(countInto(256, () => Math.floor(random.next() * 16) * 16 + Math.floor(random.next() * 16)));
  });

  it('draws integers with both ends', () => {
    const random = createRandom(1, 'integer');
    expectUniform(countInto(7, () => random.integer(-3, 3) + 3));
    expect(random.integer(5, 5)).toBe(5);
  });

  it('stays within [low, high)', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: -1e6, max: 1e6, noNaN: true }), (seed, low) => {
        const value = createRandom(seed).uniform(low, low + 1);
        expect(value >= low && value < low + 1 + 1e-9).toBe(true);
      }),
    );
  });

  it('draws normals with the right mean, deviation and kurtosis', () => {
    const random = createRandom(1, 'normal');
    let [sum, squares, fourth] = [0, 0, 0];
    for (let i = 0; i < draws; i++) {
      const value = (random.normal(3, 2) - 3) / 2;
      sum += value;
      squares += value ** 2;
      fourth += value ** 4;
    }
    expect(Math.abs(sum / draws)).toBeLessThan(4 * Math.sqrt(1 / draws));
    expect(Math.abs(squares / draws - 1)).toBeLessThan(4 * Math.sqrt(2 / draws));
    expect(Math.abs(fourth / draws - 3)).toBeLessThan(4 * Math.sqrt(96 / draws));
  });

  it('shuffles into every order equally often', () => {
    const random = createRandom(1, 'shuffle');
    const orders = new Map<string, number>();
    for (let i = 0; i < draws; i++) {
      const order = random.shuffle([1, 2, 3, 4]).join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect(orders.size).toBe(24);
    expectUniform([...orders.values()]);
  });

  it('repeats a stream for the same name, and only for the same', () => {
    const stream = (...name: Parameters<typeof createRandom>) => {
      const random = createRandom(...name);
      return Array.from({ length: 8 }, () => random.next());
    };
    expect(stream(1, 'train', 4711)).toEqual(stream(1, 'train', 4711));
    const names: Parameters<typeof createRandom>[] = [
      [1],
      [2],
      [1, 'train'],
      [1, 'train', 4711],
      [1, 'train', 4712],
      [1, 'train', '4711'],
      [1, 'train4711'],
      [1, 'trai', 'n4711'],
    ];
    expect(new Set(names.map((name) => stream(...name)[0])).size).toBe(names.length);
  });

  it('has unrelated streams for neighbouring positions', () => {
    expectUniform(
      (() => {
        const counts = new Array<number>(64).fill(0);
        for (let i = 0; i < 20_000; i++) counts[Math.floor(createRandom(1, 'train', i).next() * 64)]++;
        return counts;
      })(),
    );
  });

  it('keeps its values from version to version: checkpoints and results rest on them', () => {
    const random = createRandom(1, 'frozen');
    expect([random.next(), random.next(), random.integer(0, 999), random.normal(0, 1)]).toMatchInlineSnapshot(`
      [
        0.894220498160381,
        0.9644091591276389,
        892,
        1.975049819011794,
      ]
    `);
  });
});

describe('hashWords', () => {
  it('changes about half of all bits when one character changes', () => {
    let changed = 0;
    const names = 500;
    for (let i = 0; i < names; i++) {
      const [before, after] = [hashWords([i, 'a']), hashWords([i, 'b'])];
      for (let k = 0; k < 4; k++) changed += bitCount(before[k] ^ after[k]);
    }
    const bits = 128 * names;
    expect(Math.abs(changed / bits - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / bits));
  });
});

function bitCount(word: number): number {
  let count = 0;
  for (let bit = 0; bit < 32; bit++) count += (word >>> bit) & 1;
  return count;
}
