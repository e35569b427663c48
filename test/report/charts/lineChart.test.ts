import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineChart, spread } from '../../../src/report/charts/lineChart';
import { linearScale } from '../../../src/report/charts/scale';
import { elementsOf, hasClass } from '../markup';

const chart = lineChart({
  series: [
    {
      name: 'Blur',
      kind: 'shifting',
      points: [
        { x: 0, y: 0.5 },
        { x: 10, y: 0.75, kind: 'shifting' },
      ],
    },
    {
      name: 'Flip <b>',
      kind: 'safe',
      points: [
        { x: 0, y: 0.5 },
        { x: 10, y: 0.5 },
      ],
    },
  ],
  x: linearScale([0, 10]),
  y: linearScale([0, 1], [0, 0.5, 1]),
  formatX: String,
  formatY: String,
  levels: [{ value: 0.6, kind: 'threshold' }],
  looks: [5],
  height: 200,
  description: 'AUROC of two transforms',
});
const elements = elementsOf(chart);

it('draws each point at its share of the width, in percent, and of the height, in pixels', () => {
  const lines = elements.filter(({ name }) => name === 'polyline');
  expect(lines.map(({ attributes }) => attributes.points)).toEqual(['0,100 100,50', '0,100 100,100']);
  expect(elements.find((one) => hasClass(one, 'reference-threshold'))!.attributes).toMatchObject({
    y1: '80',
    y2: '80',
  });
  expect(elements.find((one) => hasClass(one, 'look'))!.attributes).toMatchObject({ x1: '50%', y2: '200' });
  const marks = elements.filter(({ name, attributes }) => name === 'svg' && attributes.x);
  expect(marks.map(({ attributes }) => [attributes.x, attributes.y])).toEqual([['100%', '50']]);
});

it('names each line at its end, escaped', () => {
  const names = elements.filter((one) => hasClass(one, 'series-name'));
  expect(names.map(({ text, attributes }) => [text, attributes.y])).toEqual([
    ['Blur', '50'],
    ['Flip <b>', '100'],
  ]);
});

it('keeps to what a strict content policy allows', () => {
  for (const { name, attributes } of elements) {
    expect(['style', 'script', 'image', 'use', 'foreignobject']).not.toContain(name);
    expect(Object.keys(attributes).filter((key) => key === 'style' || key.startsWith('on'))).toEqual([]);
  }
});

it('moves names apart as little as needed and keeps them within the plot', () => {
  expect(spread([10, 50], 14, [0, 100])).toEqual([10, 50]);
  expect(spread([50, 50], 14, [0, 100])).toEqual([43, 57]);
  expect(spread([0, 0, 0], 14, [0, 100])).toEqual([0, 14, 28]);
  expect(spread([100, 100], 14, [0, 100])).toEqual([86, 100]);
  expect(spread([], 14, [0, 100])).toEqual([]);
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 15 }), (values) => {
      const positions = values.sort((a, b) => a - b);
      const placed = spread(positions, 14, [0, 300]);
      placed.forEach((at, index) => {
        expect(at).toBeGreaterThanOrEqual(-1e-9);
        expect(at).toBeLessThanOrEqual(300 + 1e-9);
        if (index > 0) expect(at - placed[index - 1]).toBeGreaterThanOrEqual(14 - 1e-9);
      });
    }),
  );
});
