import { expect, it } from 'vitest';
import { createPool } from '../../../../src/augment/pool';
import { drawerFor } from '../../../../src/data/feed/drawPicture';
import type { Draw } from '../../../../src/data/batch';
import { createRandom } from '../../../../src/random/random';
import { pattern } from '../../../augment/pictures';

const pool = createPool({ profile: 'modern', size: 32 });
const base = pattern(32, 32, 3);
const indexOf = (name: string): number => pool.findIndex((transform) => transform.name === name);
const draw = (one: Draw, position: number) =>
  drawerFor(
    { draw: one, items: new Int32Array(1), stream: 'test', firstPosition: 0, statistics: false },
    pool,
    1,
  )(base, createRandom(1, 'test', position));

it('draws at the default value what the transform alone draws, byte for byte', () => {
  for (const [transform, { strength }] of pool.entries()) {
    if (strength === undefined) continue;
    for (let position = 0; position < 10; position++) {
      const alone = draw({ kind: 'only', transform }, position);
      expect(draw({ kind: 'strength', transform, value: strength.default }, position)).toEqual(alone);
    }
  }
});

it('draws milder and stronger pictures of working size', () => {
  const transform = indexOf('RandomCrop');
  for (const value of [1, 16]) {
    const { image, applied } = draw({ kind: 'strength', transform, value }, 3);
    expect([image.height, image.width]).toEqual([32, 32]);
    expect(applied).toEqual([transform]);
  }
  const brightness = indexOf('RandomBrightness');
  const change = (value: number): number => {
    const { image } = draw({ kind: 'strength', transform: brightness, value }, 3);
    return image.data.reduce((sum, level, i) => sum + Math.abs(level - base.data[i]), 0);
  };
  expect(change(0.05)).toBeLessThan(change(0.2) / 2);
});

it('refuses a transform that has no strength', () => {
  expect(() => draw({ kind: 'strength', transform: indexOf('HorizontalFlip'), value: 1 }, 0)).toThrow(
    'HorizontalFlip has no strength',
  );
});
