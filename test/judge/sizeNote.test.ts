import { expect, it } from 'vitest';
import { sizeNote } from '../../src/judge/sizeNote';

const pool = ['Blur', 'GaussNoise', 'Transpose'].map((name) => ({ name, sizeDependent: name !== 'Transpose' }));
const members = (...names: string[]) => names.map((name) => ({ name }));

it('names what is exported and depends on the size, in the singular where it is one', () => {
  expect(sizeNote(pool, members('GaussNoise', 'Transpose'), 32)).toEqual([
    'Judged at 32 × 32 pixels. What GaussNoise does depends on the size in pixels: at another size, judge again with --size.',
  ]);
  expect(sizeNote(pool, members('Blur', 'GaussNoise'), 64)[0]).toContain('What Blur, GaussNoise do depends');
  expect(sizeNote(pool, members('Transpose'), 32)).toEqual([]);
});
