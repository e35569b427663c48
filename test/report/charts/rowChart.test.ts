import { describe, expect, it } from 'vitest';
import { aurocAxis, axisRow, barRow, dotRow, emptyRow } from '../../../src/report/charts/rowChart';
import { aurocScale, linearScale } from '../../../src/report/charts/scale';
import { elementsOf, hasClass } from '../markup';

const axis = aurocAxis(aurocScale([0.5]), 0.6, 'safe');

describe('AUROC row', () => {
  const row = elementsOf(
    dotRow(axis, { value: 0.55, interval: [0.52, 0.58], kind: 'safe' }, 'HorizontalFlip: AUROC 0.55'),
  );
  const one = (name: string) => row.find((element) => hasClass(element, name))!.attributes;

  it('puts every value at its share of the axis from 0.4 to 1', () => {
    expect(one('reference-chance')).toMatchObject({ x1: '16.667%', x2: '16.667%' });
    expect(one('reference-threshold')).toMatchObject({ x1: '33.333%', x2: '33.333%' });
    expect(one('interval')).toMatchObject({ x1: '20%', x2: '30%', y1: '50%', y2: '50%' });
    expect(row.find(({ name, attributes }) => name === 'svg' && attributes.x)!.attributes).toMatchObject({
      x: '25%',
      y: '50%',
    });
    expect(one('zone')).toMatchObject({ x: '0%', width: '33.333%' });
  });

  it('runs its lines from edge to edge, so that those of all rows meet', () => {
    for (const name of ['reference-chance', 'reference-threshold']) {
      expect(one(name)).toMatchObject({ y1: '0', y2: '100%' });
    }
    const empty = elementsOf(emptyRow(axis)).filter((element) => hasClass(element, 'reference'));
    expect(empty.map(({ attributes }) => attributes)).toEqual([one('reference-chance'), one('reference-threshold')]);
  });

  it('carries its description as title', () => {
    expect(row[0].attributes.role).toBe('img');
    expect(row[1]).toMatchObject({ name: 'title', text: 'HorizontalFlip: AUROC 0.55' });
    expect(elementsOf(emptyRow(axis))[0].attributes['aria-hidden']).toBe('true');
  });
});

it('draws bars from their base in both directions', () => {
  const gain = { scale: linearScale([-0.1, 0.1]), lines: [] };
  const bar = (to: number) =>
    elementsOf(barRow(gain, { from: 0, to, interval: [to - 0.01, to + 0.01] }, null)).find((one) =>
      hasClass(one, 'bar'),
    )!;
  expect(bar(0.05).attributes).toMatchObject({ x: '50%', width: '25%' });
  expect(bar(-0.05).attributes).toMatchObject({ x: '25%', width: '25%' });
});

it('names ticks and lines at the head', () => {
  const head = elementsOf(axisRow(axis, (tick) => tick.toFixed(1)));
  const texts = head.filter(({ name }) => name === 'text').map(({ text }) => text);
  expect(texts).toEqual(['0.4', '0.5', '0.6', '0.7', '0.8', '0.9', '1.0', 'guess', 'threshold 0.60']);
});

it('gives every verdict a shape of its own', () => {
  const shapes = (['safe', 'undecided', 'shifting', 'harmful'] as const).map((kind) => {
    const row = elementsOf(dotRow(axis, { value: 0.5, interval: [0.4, 0.6], kind }, null));
    return row.find((element) => hasClass(element, 'mark'))!.attributes.d;
  });
  expect(new Set(shapes).size).toBe(4);
});
