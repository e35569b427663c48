import { describe, expect, it } from 'vitest';
import { type Member, randomMember } from '../../../src/learn/families/randomMember';
import { createRandom } from '../../../src/random/random';

const n = 3000;

/** A member whose features and statistics say which one it is, and which picture. */
function member(mark: number): Member {
  const rows = Array.from({ length: n }, (_, i) => i);
  return {
    set: { n, statistics: Float32Array.from(rows, () => mark) },
    outputs: {
      n,
      taskLogits: new Float32Array(),
      headLogits: new Float32Array(),
      features: Float32Array.from(rows.flatMap((i) => [i, mark])),
      classes: 0,
      transforms: 0,
      featureCount: 2,
    },
  };
}

describe('randomMember', () => {
  it('takes each picture from one member, features and statistics alike, and every member equally often', () => {
    const { set, outputs } = randomMember([member(1), member(2), member(3)], n, createRandom(1, 'test'));
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      expect(outputs.features[2 * i]).toBe(i);
      expect(set.statistics?.[i]).toBe(outputs.features[2 * i + 1]);
      counts[outputs.features[2 * i + 1]]++;
    }
    // Four standard deviations of a binomial with n = 3000 and p = 1/3.
    for (const count of counts.slice(1)) expect(Math.abs(count - n / 3)).toBeLessThan(104);
  });

  it('is the member itself when there is only one', () => {
    const only = member(5);
    expect(randomMember([only], n, createRandom(1)).outputs.features).toEqual(only.outputs.features);
  });
});
