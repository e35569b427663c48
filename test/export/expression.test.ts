import { expect, it } from 'vitest';
import { printed, type Expression } from '../../src/export/python/expression';
import { float, wrapped } from '../../src/export/python/literal';

const long = 'x'.repeat(40);
const call = (keywords: Record<string, Expression>): Expression => ({ call: 'f', keywords });

it('writes on one line what fits into 88 columns, counting what stands before it', () => {
  const exact = call({ a: long, b: 'y'.repeat(39) });
  expect(printed(exact)).toHaveLength(88);
  expect(printed(exact, '', 1)).toBe(`f(\n    a=${long},\n    b=${'y'.repeat(39)},\n)`);
  expect(printed(exact, '    ')).toContain('\n');
});

it('spreads lists of several items, and what holds them', () => {
  const list: Expression = { items: [{ value: 'a' }, { value: 'b', comments: ['why'] }] };
  expect(printed({ call: 'f', positional: [list] })).toBe(
    'f(\n    [\n        a,\n        # why\n        b,\n    ],\n)',
  );
  expect(printed({ call: 'f', positional: [{ items: [] }] })).toBe('f([])');
});

it('writes floats with a point and six significant digits', () => {
  expect([1, 0.5, -0.0625, Math.sqrt(10) / 255, 120].map(float)).toEqual([
    '1.0',
    '0.5',
    '-0.0625',
    '0.0124011',
    '120.0',
  ]);
});

it('wraps at spaces and leaves longer words whole', () => {
  expect(wrapped('aa bb cc', 5)).toEqual(['aa bb', 'cc']);
  expect(wrapped('aaaaaaaa b', 5)).toEqual(['aaaaaaaa', 'b']);
});
