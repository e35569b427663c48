import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { formatKeyPath, parseKeyPath } from '../../../src/extension/insertion/config/keyPath';
import { configFormat, readConfig } from '../../../src/extension/insertion/config/readConfig';
import { english } from '../../../src/extension/words/message';
import { formsAt, keyPathPlaces, keyPathsOf, type ValueForm } from '../../../src/extension/insertion/targets/keyPaths';
import { inserted, orientations } from './insertInto';

function placesAt(fileName: string, text: string, path: string, form: ValueForm) {
  const document = readConfig(text, configFormat(fileName)!);
  const [root] = document.roots;
  return keyPathPlaces({
    text,
    document,
    root,
    path: parseKeyPath(path),
    form,
    safeSet: orientations,
    albumentations: '2.0.8',
  });
}

const at = (...given: Parameters<typeof placesAt>): string => inserted(given[1], placesAt(...given)[0]);

describe('key paths', () => {
  it('are read as they are written', () => {
    const key = fc.oneof(fc.string(), fc.constantFrom('a', 'train', 'safe-aug', 'a.b', '"', '[0]', ' ', 'é'));
    fc.assert(
      fc.property(key, fc.array(fc.oneof(key, fc.nat(20))), (first, rest) => {
        const path = [first, ...rest];
        expect(parseKeyPath(formatKeyPath(path))).toEqual(path);
      }),
    );
  });

  it.each(['', '  ', '.', 'a.', 'a b', 'a[', 'a[x]', 'a..b', '"a'])('"%s" is refused', (text) => {
    expect(() => parseKeyPath(text)).toThrow(/key|keys/);
  });

  it('are listed with what is there, augmentation first', () => {
    const text = 'model: {lr: 1}\ndata:\n  transforms: [a, b]\n  x:\nother: *no\n'.replace('other: *no\n', '');
    const listed = keyPathsOf(text, readConfig(text, 'yaml')).map(({ label, found }) => `${label}: ${english(found)}`);
    expect(listed).toEqual([
      'data.transforms: a list of 2 items',
      'model: a map of one key',
      'model.lr: 1',
      'data: a map of 2 keys',
      'data.x: nothing',
    ]);
  });
});

describe('forms', () => {
  it.each([
    ['a.yaml', 'x: 1\n', 'settings'],
    ['a.yaml', 'defaults: [a]\nx: 1\n', 'hydra'],
    ['a.yaml', 'x:\n  - __class_fullname__: Blur\n', 'albumentations'],
    ['a.toml', 'x = 1\n', 'settings'],
  ])('%s', (fileName, text, first) => {
    const document = readConfig(text, configFormat(fileName)!);
    expect(formsAt({ text, document }, document.roots[0], ['x'])[0]).toBe(first);
  });
});

describe('YAML', () => {
  const text = `# mine
base: &base
  lr: 0.1  # rate
train:
  <<: *base
  augment: \${presets.light}  # a preset
  names: 'quoted'
`;

  it('replaces an interpolation and keeps the comment beside it', () => {
    const edited = at('a.yaml', text, 'train.augment', 'hydra');
    expect(edited).toContain('  augment:  # a preset\n    - _target_: albumentations.SomeOf\n');
    expect(
      edited.replace(/ {4}- _target_[^]*?(?= {2}names)/, '').replace('augment:', 'augment: ${presets.light}'),
    ).toBe(text);
  });

  it('adds keys with all on the way', () => {
    const edited = at('a.yaml', text, 'train.safe.set', 'names');
    expect(edited.startsWith(text)).toBe(true);
    expect(parse(edited, { merge: true }).train.safe.set).toEqual([
      'HorizontalFlip',
      'VerticalFlip',
      'RandomRotate90',
      'Transpose',
    ]);
  });

  it('sets its keys and leaves others', () => {
    const own = 'aug:\n  note: keep  # n\n  use: old\nend: 1\n';
    const edited = at('a.yaml', own, 'aug', 'settings');
    expect(edited).toMatch(
      /^aug:\n  note: keep  # n\n  use:\n    subsetSize: 3\n    p: 0\.5\n  judgedSize: 32\n  safeSet:\n/,
    );
    expect(at('a.yaml', edited, 'aug', 'settings')).toBe(edited);
    expect(parse(edited).end).toBe(1);
  });

  it('refuses a path that a value blocks', () => {
    expect(() => at('a.yaml', text, 'train.names.x', 'names')).toThrow('train.names holds another value');
    expect(() => at('a.yaml', '- 1\n', 'x', 'names')).toThrow('no map of keys');
  });

  it('writes into an empty file and one of comments', () => {
    expect(at('a.yaml', '', 'a.b', 'names')).toMatch(/^a:\n  b:\n    - HorizontalFlip\n/);
    expect(at('a.yaml', '# later\n', 'a', 'names')).toMatch(/^# later\na:\n  - HorizontalFlip\n/);
  });

  it('refuses steps of torchvision', () => {
    const list = 't:\n  - _target_: torchvision.transforms.v2.RandomHorizontalFlip\n';
    expect(() => at('a.yaml', list, 't', 'hydra')).toThrow('steps of torchvision');
    const empty = '_target_: torchvision.transforms.Compose\ntransforms: []\n';
    expect(() => at('a.yaml', empty, 'transforms', 'hydra')).toThrow('steps of torchvision');
    expect(at('a.yaml', list, 't', 'names')).toMatch(/^t:\n  - HorizontalFlip\n/);
  });
});

describe('TOML', () => {
  const pyproject = `[project]
name = "signs"   # the name

# --- tools ---
[tool.ruff]
line-length = 120
`;

  it('adds a table behind all others', () => {
    expect(at('pyproject.toml', pyproject, 'tool.safe-aug', 'settings')).toBe(`${pyproject}
[tool.safe-aug]
judgedSize = 32
safeSet = [
    { name = "HorizontalFlip", params = {} },
    { name = "VerticalFlip", params = {} },
    { name = "RandomRotate90", params = {} },
    { name = "Transpose", params = {} },
]
use = { subsetSize = 3, p = 0.5 }
`);
  });

  it('brings an existing table up to date and keeps the rest', () => {
    const own = `${pyproject}\n[tool.safe-aug]  # ours\nextra = 1  # stays\njudgedSize = 64  # px\n\n[tool.z]\n`;
    const edited = at('pyproject.toml', own, 'tool.safe-aug', 'settings');
    expect(edited).toContain('[tool.safe-aug]  # ours\nextra = 1  # stays\njudgedSize = 32  # px\nsafeSet = [\n');
    expect(edited.endsWith('use = { subsetSize = 3, p = 0.5 }\n\n[tool.z]\n')).toBe(true);
    expect(placesAt('pyproject.toml', edited, 'tool.safe-aug', 'settings')[0].insertion().edits).toEqual([]);
  });

  it('replaces a list of names', () => {
    const own = '[aug]\nuse = [\n  "a", # one\n] # c\nz = 1\n';
    expect(at('a.toml', own, 'aug.use', 'names')).toBe(
      '[aug]\nuse = ["HorizontalFlip", "VerticalFlip", "RandomRotate90", "Transpose"] # c\nz = 1\n',
    );
  });

  it('puts a list in the place of tables in double brackets, at the keys of the table that holds them', () => {
    const own =
      '[tool.safe-aug]\njudgedSize = 8 # px\n\n[[tool.safe-aug.safeSet]]\nname = "Blur"\n[tool.safe-aug.safeSet.params]\nk = 3\n\n# second\n[[tool.safe-aug.safeSet]] # x\nname = "CLAHE"\n\n# next\n[tool.z]\n';
    const edited = at('a.toml', own, 'tool.safe-aug', 'settings');
    expect(edited).toMatch(
      /^\[tool\.safe-aug\]\njudgedSize = 32 # px\nsafeSet = \[\n[^\]]*\]\nuse = \{.*\}\n\n# second\n# next\n\[tool\.z\]\n$/,
    );
    expect(placesAt('a.toml', edited, 'tool.safe-aug', 'settings')[0].insertion().edits).toEqual([]);
    expect(at('a.toml', '[[aug]]\nx = 1\n', 'aug', 'names')).toMatch(/^aug = \["Horizontal.*\]\n/);
  });

  it('adds keys to the very table in double brackets that was picked', () => {
    const own = '[[aug]]\nx = 1 # one\n\n[[aug]]\nx = 2\n';
    const list = '["HorizontalFlip", "VerticalFlip", "RandomRotate90", "Transpose"]';
    expect(at('a.toml', own, 'aug[0].safe.set', 'names')).toBe(
      own.replace('x = 1 # one\n', `x = 1 # one\nsafe.set = ${list}\n`),
    );
    expect(at('a.toml', own, 'aug[1].use', 'names')).toBe(`${own}use = ${list}\n`);
  });

  it('refuses a table, and what only tables inside of double brackets imply', () => {
    expect(() => at('a.toml', '[aug]\nx = 1\n', 'aug', 'names')).toThrow('a table of several keys');
    const deep = '[[aug]]\nx = 1\n[aug.a.b]\ny = 1\n[[aug]]\n';
    expect(() => at('a.toml', deep, 'aug[0].a.c', 'names')).toThrow('no line of its own');
  });

  it('puts keys of the top before the first table', () => {
    expect(at('a.toml', '# licence\n\n# about\n[a]\nb = 1\n', 'aug', 'names')).toMatch(
      /^# licence\n\naug = \[.*\]\n\n# about\n\[a\]/,
    );
  });
});

describe('JSON', () => {
  it('adds a key in the style of the file', () => {
    const edited = at('a.json', '{\n\t"a": 1, // one\n\t"b": 2 // two\n}\n', 'c', 'names');
    expect(edited).toMatch(/^\{\n\t"a": 1, \/\/ one\n\t"b": 2, \/\/ two\n\t"c": \[\n\t\t"HorizontalFlip",\n/);
  });

  it('refuses a key that stands there twice', () => {
    expect(() => at('a.json', '{"a": 1, "a": 2}', 'a', 'names')).toThrow('a stands there twice');
  });

  it('writes into an empty file', () => {
    expect(JSON.parse(at('a.json', '', 'a.b', 'settings')).a.b.judgedSize).toBe(32);
  });
});
