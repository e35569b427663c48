import { describe, expect, it } from 'vitest';
import { pathsFrom } from '../../../src/extension/safeAugFile/pathsFrom';
import { linksOf } from '../../../src/extension/safeAugFile/links';

describe('the links of safe-aug.json', () => {
  it('lead back to where they were made from', () => {
    const data = '/home/me/data/photos';
    const run = '/home/me/project/.safe-aug/runs/1';
    const paths = pathsFrom('/home/me/project', { data, run });
    expect(paths).toEqual({ datasetPath: '../data/photos', run: '.safe-aug/runs/1' });
    const text = JSON.stringify({ dataset: { path: paths.datasetPath }, run: paths.run });
    expect(linksOf(text, '/home/me/project/safe-aug.json')).toEqual({ data, run });
  });

  it.each(['', '{', '[]', 'null', '3', '{"dataset":null,"run":5}', '{"dataset":{"path":["a"]}}'])(
    'are none in a text such as %j',
    (text) => {
      expect(linksOf(text, '/project/safe-aug.json')).toEqual({ data: null, run: null });
    },
  );
});
