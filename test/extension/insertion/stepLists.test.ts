import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { english } from '../../../src/extension/words/message';
import { safeSetOfFile, safeSetOfResult } from '../../../src/extension/insertion/safeSet';
import { safeAugFile } from '../../../src/export/targets/safeAug';
import { judgedResult, paperPool } from '../../export/judgedResult';
import { exampleResult, emptySafeSetResult } from '../../fixtures/result';
import { inserted, insertInto, placesIn } from './insertInto';

const hydra = `# Training of the street signs. \${oc.env:HOME} is read at start.
defaults:
  - base   # shared
  - _self_

data:
  root: \${paths.data}
  train_transforms:   # looked at with Ana, May
    - _target_: albumentations.Resize
      height: 64
      width: 64
    # what we tried so far
    - _target_: albumentations.HorizontalFlip   # signs are not symmetric!
      p: 0.5
    - _target_: albumentations.ColorJitter
      brightness: [0.8, 1.2]   # from the paper
    # needed by the network
    - _target_: albumentations.Normalize
      mean: &mean [0.5, 0.5, 0.5]
    - _target_: albumentations.pytorch.ToTensorV2
  test_mean: *mean
# the end
`;

describe('Hydra', () => {
  const [place, all] = placesIn('conf/train.yaml', hydra);

  it('says what goes and what stays', () => {
    expect(place.label).toBe('data.train_transforms');
    expect(place.line).toBe(9);
    expect(english(place.action)).toBe(
      'Replaces only the augmentations (HorizontalFlip, ColorJitter); keeps Resize, Normalize, ToTensorV2',
    );
    expect(english(all.action)).toBe(
      'Replaces all steps, preprocessing too: Resize, HorizontalFlip, ColorJitter, Normalize, ToTensorV2',
    );
  });

  it('replaces the augmentations and leaves every other byte', () => {
    const [before, after] = hydra.split(/    - _target_: albumentations\.HorizontalFlip[^]*?from the paper\n/);
    expect(inserted(hydra, place)).toBe(`${before}    - _target_: albumentations.SomeOf
      _convert_: all
      p: 1.0
      "n": 3
      replace: false
      transforms:
        - _target_: albumentations.HorizontalFlip
          p: 0.5
        - _target_: albumentations.VerticalFlip
          p: 0.5
        - _target_: albumentations.RandomRotate90
          p: 0.5
        - _target_: albumentations.Transpose
          p: 0.5
${after}`);
  });

  it('does nothing the second time', () => {
    const once = inserted(hydra, place);
    expect(placesIn('a.yaml', once)[0].insertion().edits).toEqual([]);
  });

  it('refuses to take an anchor away that is used elsewhere', () => {
    expect(() => all.insertion()).toThrow(/without breaking the file.*mean/);
  });

  it('keeps Windows line endings and a missing last one', () => {
    const windows = hydra.trimEnd().replaceAll('\n', '\r\n');
    const edited = insertInto('a.yaml', windows);
    expect(edited.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(edited).toBe(inserted(hydra, place).trimEnd().replaceAll('\n', '\r\n'));
  });

  it('writes flow lists on their line', () => {
    const flow = 'aug: [{_target_: albumentations.Blur}, {_target_: albumentations.Normalize}] # short\n';
    const edited = insertInto('a.yaml', flow);
    expect(edited).toMatch(
      /^aug: \[\{_target_: albumentations\.SomeOf, .*\}, \{_target_: albumentations\.Normalize\}\] # short\n$/,
    );
    expect(parse(edited).aug[0].transforms).toHaveLength(4);
  });

  it('fills an empty list of a Compose', () => {
    const text = 'aug:\n  _target_: albumentations.Compose\n  transforms: []  # none yet\n  p: 1\n';
    const edited = insertInto('a.yaml', text);
    expect(edited).toMatch(/^aug:\n  _target_: albumentations\.Compose\n  transforms:  # none yet\n    - _target_/);
    expect(parse(edited).aug.transforms[0].n).toBe(3);
  });

  it('numbers the documents of a file that has several', () => {
    const two = `a: 1\n---\n${hydra.replace(/^# T.*\n/, '')}`;
    expect(placesIn('a.yaml', two)[0].label).toBe('#2 data.train_transforms');
  });

  it('finds no place inside of an augmentation', () => {
    const once = inserted(hydra, place);
    expect(placesIn('a.yaml', once).map(({ label }) => label)).toEqual([
      'data.train_transforms',
      'data.train_transforms',
    ]);
  });
});

describe('Hydra with torchvision', () => {
  const list = '  - _target_: torchvision.transforms.v2.RandomHorizontalFlip\n    p: 0.5\n';
  it.each([
    ['a list', `steps:\n${list}`],
    ['a Compose', `_target_: torchvision.transforms.v2.Compose\ntransforms:\n${list}`],
    ['an empty Compose', '_target_: torchvision.transforms.Compose\ntransforms: []\n'],
  ])('%s is shown, and refused with what to do instead', (_, text) => {
    const [place, ...others] = placesIn('a.yaml', text);
    expect(others).toEqual([]);
    expect(english(place.action)).toBe('Cannot be edited: torchvision has no step that draws some of several');
    expect(() => place.insertion()).toThrow(/Write safe_transforms\.py with "Export….*hydra\.utils\.get_object/);
  });

  it('comes behind a list that can be edited', () => {
    const text = `val:\n${list}train:\n  - _target_: albumentations.Blur\n`;
    expect(placesIn('a.yaml', text).map(({ label }) => label)).toEqual(['train', 'val']);
  });
});

describe('Albumentations documents', () => {
  const document = {
    __version__: '2.0.8',
    transform: {
      __class_fullname__: 'Compose',
      p: 1,
      transforms: [
        { __class_fullname__: 'Resize', height: 32, width: 32 },
        { __class_fullname__: 'Blur', p: 0.5 },
        { __class_fullname__: 'Normalize' },
      ],
      bbox_params: { format: 'coco' },
    },
  };

  it.each([
    ['pretty', JSON.stringify(document, null, 4)],
    ['with tabs', `${JSON.stringify(document, null, '\t')}\n`],
    ['on one line', JSON.stringify(document)],
  ])('keeps everything else, %s', (_, text) => {
    const edited = insertInto('a.json', text);
    const [resize, , normalize] = document.transform.transforms;
    const { transforms, ...rest } = JSON.parse(edited).transform;
    expect(transforms[0]).toEqual(resize);
    expect(transforms[1].__class_fullname__).toBe('SomeOf');
    expect(transforms[2]).toEqual(normalize);
    expect({ ...rest, transforms: document.transform.transforms }).toEqual(document.transform);
    expect(edited.endsWith('\n')).toBe(text.endsWith('\n'));
    expect(edited.includes('\n')).toBe(text.includes('\n'));
  });

  it('takes the argument names that the version in the file has', () => {
    const safeSet = safeSetOfResult(judgedResult({ safe: ['RandomGamma'] }));
    const newer = JSON.stringify({ ...document, __version__: '2.2.0' });
    expect(insertInto('a.json', newer, { safeSet })).toContain('"gamma_range"');
    expect(insertInto('a.json', JSON.stringify(document), { safeSet })).toContain('"gamma_limit"');
  });

  it('warns where SomeOf means something else', () => {
    const [place] = placesIn('a.json', JSON.stringify({ ...document, __version__: '1.4.0' }));
    expect(place.insertion().notes.map(english).join('\n')).toContain('before 2.0.6');
  });

  it('keeps comments in JSON', () => {
    const text = `{ // mine
  "transform": {
    "__class_fullname__": "Compose",
    "transforms": [
      // try these
      {"__class_fullname__": "Blur"}, // weak
      {"__class_fullname__": "ToGray"}
      /* end */
    ],
  }
}`;
    const edited = insertInto('a.jsonc', text);
    for (const comment of ['// mine', '// try these', '/* end */']) expect(edited).toContain(comment);
    expect(edited).not.toContain('// weak');
    expect(edited).toMatch(/\}\n {6}\/\* end \*\/\n {4}\],\n {2}\}\n\}$/);
  });

  it('empties the pipeline when nothing is safe, and says why', () => {
    const safeSet = safeSetOfResult(emptySafeSetResult());
    const [, all] = placesIn('a.json', JSON.stringify(document), { safeSet });
    expect(JSON.parse(inserted(JSON.stringify(document), all)).transform.transforms).toEqual([]);
    expect(all.insertion().notes.map(english)[0]).toContain('No transform is safe');
  });
});

describe('what cannot be read', () => {
  it.each([
    ['a.yaml', 'a: [1\nb: 2\n', /Line \d+ is no YAML/],
    ['a.yaml', 'a:\n\t- 1\n', /Line 2 is no YAML/],
    ['a.yaml', 'a: 1\na: 2\n', /Line 2 is no YAML \(Map keys must be unique/],
    ['a.yaml', 'a: *nowhere\n', /Unresolved alias/],
    ['a.json', '{"a": }', /Line 1 is no JSON/],
    ['a.toml', 'a = 1\na = 2\n', /Line 2 is no TOML/],
    ['a.txt', '', /neither Python nor YAML/],
  ])('%s is refused with line and reason', (fileName, text, reason) => {
    expect(() => placesIn(fileName, text)).toThrow(reason);
  });

  it.each(['a.yaml', 'a.json', 'a.toml'])('an empty %s has no place, and is no error', (fileName) => {
    expect(placesIn(fileName, '')).toEqual([]);
  });
});

it('gives the same steps from safe-aug.json as from the result', () => {
  for (const result of [
    exampleResult(),
    judgedResult({ safe: paperPool }),
    judgedResult({ safe: paperPool, profile: 'paper' }),
  ]) {
    const [fromResult, fromFile] = [safeSetOfResult(result), safeSetOfFile(safeAugFile(result))];
    const python =
      'import albumentations as A\nfrom torchvision.transforms import v2\na = A.Compose([])\nb = v2.Compose([])\n';
    for (const [fileName, text] of [
      ['a.yaml', hydra],
      ['a.py', python],
    ]) {
      const places = [
        placesIn(fileName, text, { safeSet: fromResult }),
        placesIn(fileName, text, { safeSet: fromFile }),
      ];
      expect(places[1].length).toBeGreaterThan(0);
      expect(inserted(text, places[1][0])).toBe(inserted(text, places[0][0]));
    }
    expect(fromFile.verdicts).toEqual(fromResult.verdicts);
  }
});
