import { describe, expect, it } from 'vitest';
import { createPool } from '../../../../src/augment/pool';
import { chainOutcomes, drawChain } from '../../../../src/data/feed/draws/chain';
import { createRandom } from '../../../../src/random/random';
import { noisePicture } from '../../support/pictures';

const size = 12;
const pool = createPool({
  names: ['Transpose', 'VerticalFlip', 'RandomRotate90', 'CenterCrop'],
  profile: 'modern',
  size,
});
const [transpose, verticalFlip, rotate, crop] = pool.keys();
const base = noisePicture(3, size);
const draw = (...indices: number[]) => drawChain(base, pool, indices, createRandom(1, 'test'));
const at = (data: Uint8Array, y: number, x: number): number => data[(y * size + x) * 3];

describe('drawChain', () => {
  it('applies both in the given order: VerticalFlip after Transpose is a quarter turn, before it the other one', () => {
    const turned = draw(transpose, verticalFlip);
    const other = draw(verticalFlip, transpose);
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        expect(at(turned.image.data, y, x)).toBe(at(base.data, x, size - 1 - y));
        expect(at(other.image.data, y, x)).toBe(at(base.data, size - 1 - x, y));
      }
    }
    expect(turned).toMatchObject({ applied: [transpose, verticalFlip], outcome: -1 });
  });

  it('draws only what has an effect, and says which outcome it was', () => {
    const names = chainOutcomes([pool[rotate]]);
    const found = new Set<string>();
    for (let i = 0; i < 40; i++) {
      const { image, outcome } = drawChain(base, pool, [rotate], createRandom(i));
      expect(image.data).not.toEqual(base.data);
      found.add(names[outcome]);
    }
    expect([...found].sort()).toEqual(['180°', '270°', '90°']);
  });

  it('combines the outcomes of both', () => {
    const names = chainOutcomes([pool[rotate], pool[verticalFlip], pool[rotate]]);
    expect(names).toHaveLength(9);
    for (let i = 0; i < 60; i++) {
      const { image, outcome } = drawChain(base, pool, [rotate, rotate], createRandom(i));
      const [first, second] = names[outcome].split(', ').map((name) => parseInt(name));
      // Two turns that add up to a whole one give the picture back; no others do.
      expect(Buffer.compare(image.data, base.data) === 0).toBe((first + second) % 360 === 0);
    }
    expect(chainOutcomes([pool[transpose], pool[crop]])).toEqual([]);
  });

  it('resizes once, at the end', () => {
    expect(draw(crop, transpose).image).toMatchObject({ height: size, width: size });
    expect(draw(crop, transpose).image.data).not.toEqual(base.data);
  });

  it('never writes to its picture', () => {
    const before = base.data.slice();
    draw(transpose, verticalFlip);
    draw(crop, rotate);
    expect(base.data).toEqual(before);
  });
});
