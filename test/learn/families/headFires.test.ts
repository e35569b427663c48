import { describe, expect, it } from 'vitest';
import { headFires } from '../../../src/learn/families/headFires';
import { outputs } from '../measuring/outputs';

describe('headFires', () => {
  it('counts logits above 0 picture by picture, on both sides', () => {
    const clean = outputs({
      heads: [
        [1, -1],
        [1, -1],
        [-1, -1],
        [-1, 0],
      ],
    });
    const transformed = outputs({
      heads: [
        [1, 2],
        [-1, 2],
        [0.1, -2],
        [-1, 0],
      ],
    });
    expect(headFires(clean, transformed)).toEqual([
      { transformed: 2, onlyTransformed: 1, onlyClean: 1, n: 4 },
      { transformed: 2, onlyTransformed: 2, onlyClean: 0, n: 4 },
    ]);
  });
});
