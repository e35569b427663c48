import { describe, expect, it } from 'vitest';
import { linearScale } from '../../../src/report/charts/scale';
import { nearestReading, readings } from '../../../webview/curves/curve';

const series = [
  {
    name: 'low',
    kind: 'plain',
    points: [
      { x: 0, y: 0.1 },
      { x: 10, y: 0.2 },
    ],
  },
  {
    name: 'high',
    kind: 'plain',
    points: [
      { x: 10, y: 0.9 },
      { x: 20, y: 0.8 },
    ],
  },
] as const;

describe('reading a curve', () => {
  it('gathers the values of all series where any has one, the highest first', () => {
    expect(readings({ series })).toEqual([
      { x: 0, values: [{ name: 'low', y: 0.1 }] },
      {
        x: 10,
        values: [
          { name: 'high', y: 0.9 },
          { name: 'low', y: 0.2 },
        ],
      },
      { x: 20, values: [{ name: 'high', y: 0.8 }] },
    ]);
  });

  it('finds the nearest to a place across the chart', () => {
    const x = linearScale([0, 20]);
    expect([0, 0.24, 0.26, 0.74, 0.76, 1].map((place) => nearestReading(readings({ series }), place, { x }))).toEqual([
      0, 0, 1, 1, 2, 2,
    ]);
  });
});
