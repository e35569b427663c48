import { describe, expect, it } from 'vitest';
import { normalField } from '../../../src/augment/kernels/additiveNoise';
import { createPool } from '../../../src/augment/pool';
import { createRandom } from '../../../src/random/random';

/** Tolerances are four standard errors of the estimate named, for this many values. */
const count = 1_000_000;
const field = normalField(count, 12345);

function moment(order: number): number {
  let sum = 0;
  for (const value of field) sum += value ** order;
  return sum / count;
}

describe('normal fields', () => {
  it('have the moments of the standard normal distribution', () => {
    expect(Math.abs(moment(1))).toBeLessThan(4 * Math.sqrt(1 / count));
    expect(Math.abs(moment(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / count));
    expect(Math.abs(moment(3))).toBeLessThan(4 * Math.sqrt(15 / count));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(4 * Math.sqrt(96 / count));
  });

  // P(|x| > t) of the standard normal distribution; 3.4426 is where the sampler changes from layers to its tail.
  it.each([
    [0.5, 0.6170750774519738],
    [1, 0.31731050786291415],
    [2, 0.04550026389635842],
    [3.4426198558, 0.000576099],
    [4, 0.00006334248366],
  ])('have the right share beyond %f', (threshold, probability) => {
    let beyond = 0;
    for (const value of field) if (Math.abs(value) > threshold) beyond++;
    expect(Math.abs(beyond / count - probability)).toBeLessThan(4 * Math.sqrt(probability / count));
  });

  it('spread evenly over 256 parts of equal probability', () => {
    // Chi-square with 255 degrees of freedom: mean 255, standard deviation √510.
    const sorted = Float64Array.from(field).sort();
    const edges = Array.from({ length: 255 }, (_, i) => quantile((i + 1) / 256));
    let chiSquare = 0;
    let below = 0;
    for (const edge of [...edges, Infinity]) {
      let index = below;
      while (index < count && sorted[index] < edge) index++;
      chiSquare += (index - below - count / 256) ** 2 / (count / 256);
      below = index;
    }
    expect(Math.abs(chiSquare - 255)).toBeLessThan(4 * Math.sqrt(510));
  });

  it('have no memory', () => {
    for (const lag of [1, 2, 3, 4, 96, 1024]) {
      let sum = 0;
      for (let i = lag; i < count; i++) sum += field[i] * field[i - lag];
      expect(Math.abs(sum / count)).toBeLessThan(4 / Math.sqrt(count));
    }
  });

  it('are the same for the same seed and unrelated for neighbouring seeds', () => {
    expect(normalField(5000, 7)).toEqual(normalField(5000, 7));
    const [a, b] = [normalField(100_000, 7), normalField(100_000, 8)];
    let sum = 0;
    for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
    expect(Math.abs(sum / a.length)).toBeLessThan(4 / Math.sqrt(a.length));
  });

  it('begin alike whatever their length', () => {
    expect([...normalField(100, 3)]).toEqual([...normalField(1000, 3)].slice(0, 100));
  });
});

const gray = { data: new Uint8Array(64 * 64 * 3).fill(128), height: 64, width: 64, channels: 3 } as const;

function difference(profile: 'modern' | 'paper'): { mean: number; standardDeviation: number; drawn: number } {
  const [noise] = createPool({ names: ['GaussNoise'], profile, size: 64 });
  const params = noise.sample(createRandom(5, profile), gray) as { standardDeviation: number };
  const { data } = noise.apply(gray, params);
  let [sum, squares] = [0, 0];
  for (const value of data) {
    sum += value - 128;
    squares += (value - 128) ** 2;
  }
  const mean = sum / data.length;
  return { mean, standardDeviation: Math.sqrt(squares / data.length - mean ** 2), drawn: params.standardDeviation };
}

describe('GaussNoise', () => {
  it('modern: leaves the mean and adds the drawn deviation, less what truncation takes', () => {
    const { mean, standardDeviation, drawn } = difference('modern');
    expect(Math.abs(mean)).toBeLessThan((4 * drawn) / Math.sqrt(gray.data.length));
    // Truncation towards zero: E[trunc(g)²] = E[g²] − E|g| + 1/3 for deviations well above 1.
    const expected = Math.sqrt(drawn ** 2 - drawn * Math.sqrt(2 / Math.PI) + 1 / 3);
    expect(Math.abs(standardDeviation / expected - 1)).toBeLessThan(0.03);
  });

  it('paper: brightens by about the largest of all draws, 20.6 levels on average at 64 px', () => {
    const { mean, standardDeviation, drawn } = difference('paper');
    // Extreme value of 12,288 normals: 3.9 deviations on average; less half a level of truncation.
    expect(mean).toBeGreaterThan(3.3 * drawn);
    expect(mean).toBeLessThan(5 * drawn);
    expect(Math.abs(standardDeviation / drawn - 1)).toBeLessThan(0.03);
  });
});

/** Inverse of the normal distribution function, by bisection of a sum over its power series (Marsaglia, 2004). */
function quantile(probability: number): number {
  let [low, high] = [-6, 6];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (distribution(middle) < probability) low = middle;
    else high = middle;
  }
  return low;
}

function distribution(x: number): number {
  let [sum, term] = [x, x];
  for (let i = 3; Math.abs(term) > 1e-17; i += 2) sum += term *= (x * x) / i;
  return 0.5 + (sum * Math.exp(-0.5 * x * x)) / Math.sqrt(2 * Math.PI);
}
