import { expect, it } from 'vitest';
import { parseKeyPath } from '../../../src/extension/insertion/config/keyPath';
import { findPlaces } from '../../../src/extension/insertion/places';
import { inserted, orientations, parser, placesIn } from './insertInto';

const mark = '\uFEFF';

it.each([
  ['a.yaml', 'steps:\n  - _target_: albumentations.Blur\n'],
  ['a.json', '{"transform": {"__class_fullname__": "Compose", "transforms": []}}\n'],
  ['hyp.yaml', 'hsv_h: 0.1\nhsv_s: 0.1\nfliplr: 0.3\n'],
  ['a.py', 'import albumentations as A\nx = A.Compose([])\n'],
  ['a.py', 'x = 1\n'],
  ['a.py', ''],
])('a mark of the byte order stays before what is inserted into %s', (fileName, text) => {
  const plain = placesIn(fileName, text, { cursor: 0 });
  const marked = placesIn(fileName, mark + text, { cursor: 0 });
  expect(plain.length).toBeGreaterThan(0);
  plain.forEach((place, index) => {
    expect(marked[index].line).toBe(place.line);
    expect(inserted(mark + text, marked[index])).toBe(mark + inserted(text, place));
  });
});

it.each([
  ['a.yaml', 'a: 1\n'],
  ['a.yaml', ''],
  ['a.json', '{"a": 1}\n'],
  ['a.json', ''],
  ['a.toml', 'a = 1\n[b]\nc = 1\n'],
  ['a.toml', ''],
])('a mark of the byte order stays before a key that is added to %s', (fileName, text) => {
  const edit = (whole: string): string => {
    const options = {
      fileName,
      text: whole,
      safeSet: orientations,
      albumentations: '2.0.8',
      cursor: null,
      parser,
    } as const;
    const { keyPaths } = findPlaces(options);
    const { roots } = keyPaths!.document;
    const [place] = keyPaths!.placesAt({ root: roots[0], path: parseKeyPath('safe'), form: 'names' });
    return inserted(whole, place);
  };
  expect(edit(mark + text)).toBe(mark + edit(text));
});
