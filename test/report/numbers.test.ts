import { expect, it } from 'vitest';
import { bytes, decimal, duration, list, plural, points, share, shortCount } from '../../src/report/words/numbers';
import { thinned } from '../../src/report/sections/thinned';

it('writes numbers as people read them', () => {
  expect(decimal(-0.04, 1)).toBe('0.0');
  expect(decimal(-1.26, 1)).toBe('\u22121.3');
  expect(share(0.8667)).toBe('86.7\u00a0%');
  expect(points(-0.0123)).toBe('\u22121.2');
  expect([500, 8000, 64_000, 1_048_576].map(shortCount)).toEqual(['500', '8k', '64k', '1.05M']);
  expect([4.25, 42, 221.4, 3599.6, 7260].map(duration)).toEqual([
    '4.3 s',
    '42 s',
    '3 min 41 s',
    '1 h 0 min',
    '2 h 1 min',
  ]);
  expect([12, 25_126_400].map(bytes)).toEqual(['12 bytes', '25.1 MB']);
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(list)).toEqual(['', 'a', 'a and b', 'a, b and c']);
  expect([plural(1, 'file'), plural(1200, 'file')]).toEqual(['1 file', '1,200 files']);
});

it('thins a long curve by averaging neighbours', () => {
  const points = Array.from({ length: 1000 }, (_, index) => ({ x: index, y: 2 * index }));
  const thin = thinned(points, 100);
  expect(thin).toHaveLength(100);
  expect(thin[0]).toEqual({ x: 4.5, y: 9 });
  expect(thinned(points.slice(0, 5), 100)).toEqual(points.slice(0, 5));
});
