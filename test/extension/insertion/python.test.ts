import { describe, expect, it } from 'vitest';
import { english } from '../../../src/extension/words/message';
import { safeSetOfResult } from '../../../src/extension/insertion/safeSet';
import { judgedResult, paperPool } from '../../export/judgedResult';
import { inserted, insertInto, placesIn } from './insertInto';

const orientations = `A.SomeOf(
            [
                A.HorizontalFlip(p=0.5),
                A.VerticalFlip(p=0.5),
                A.RandomRotate90(p=0.5),
                A.Transpose(p=0.5),
            ],
            n=3,
            replace=False,
            p=1.0,
        )`;

const training = `"""Not code: A.Compose([A.Blur()])"""
import albumentations as A
from albumentations.pytorch import ToTensorV2  # tensors

# old: A.Compose([A.HorizontalFlip()])
note = f"A.Compose([{len('x')}])"


def build(size):
    return A.Compose([
        A.Resize(size, size),
        # --- augmentations
        A.HorizontalFlip(p=0.5),  # mirror
        A.OneOf([A.Blur(), A.MotionBlur()]),
        # --- preprocessing
        A.Normalize(),
        ToTensorV2(),
    ], bbox_params=A.BboxParams(format="coco"))  # boxes


broken = [1,
`;

describe('a pipeline of Albumentations', () => {
  const [place, all, ...others] = placesIn('train.py', training);

  it('is found by its calls, not in strings and comments, whatever is wrong elsewhere', () => {
    expect(others).toEqual([]);
    expect(place.label).toBe('build: return A.Compose([');
    expect(place.line).toBe(10);
    expect(english(place.action)).toBe(
      'Replaces only the augmentations (HorizontalFlip, OneOf); keeps Resize, Normalize, ToTensorV2',
    );
  });

  it('gets the safe set in the place of its augmentations, and nothing else changes', () => {
    const [before, after] = training.split(/A\.HorizontalFlip\(p=0\.5\),  # mirror\n.*A\.MotionBlur\(\)\]\)/);
    expect(inserted(training, place)).toBe(`${before}${orientations}${after}`);
  });

  it('is as it should be after one edit, and needs none after that', () => {
    expect(place.insertion().edits).toHaveLength(1);
    const once = inserted(training, place);
    expect(placesIn('train.py', once)[0].insertion().edits).toEqual([]);
    expect(placesIn('train.py', inserted(training, all))[0].insertion().edits).toEqual([]);
  });

  it('keeps comments on their own lines when all steps go', () => {
    expect(inserted(training, all)).toContain('# --- augmentations\n        # --- preprocessing\n    ], bbox_params');
  });

  it('imports what the steps need', () => {
    const safeSet = safeSetOfResult(judgedResult({ safe: ['ShiftScaleRotate'] }));
    const edited = insertInto('train.py', training, { safeSet });
    expect(edited).toContain('import ToTensorV2  # tensors\nimport cv2\n\n# old');
    expect(edited).toContain('border_mode=cv2.BORDER_REFLECT_101,');
  });
});

describe('names', () => {
  const find = (text: string) => placesIn('a.py', text).map(({ action }) => english(action));
  const replaces = ['Replaces all steps: HorizontalFlip'];

  it.each([
    ['import albumentations', 'albumentations.Compose([albumentations.HorizontalFlip()])'],
    ['import albumentations as alb', 'alb.Compose([alb.HorizontalFlip()])'],
    ['from albumentations import Compose as C, HorizontalFlip', 'C([HorizontalFlip()])'],
    ['from albumentations import *', 'Compose([HorizontalFlip()])'],
    [
      'from albumentations.core.composition import Compose\nimport albumentations as A',
      'Compose([A.HorizontalFlip()])',
    ],
    ['import albumentations as A', 'A.Compose(transforms=(A.HorizontalFlip(),), p=1)'],
    ['try:\n    import albumentations as A\nexcept ImportError:\n    A = None', 'A.Compose([A.HorizontalFlip()])'],
  ])('%s', (imports, call) => {
    expect(find(`${imports}\nx = ${call}\n`)).toEqual(replaces);
  });

  it.each([
    ['import torchvision', 'torchvision.transforms.Compose([torchvision.transforms.RandomHorizontalFlip()])'],
    ['from torchvision.transforms import v2', 'v2.Compose([v2.RandomHorizontalFlip()])'],
    ['from torchvision import transforms as T', 'T.Compose([T.RandomHorizontalFlip()])'],
    ['import torchvision.transforms.v2 as T', 'T.Compose([T.RandomHorizontalFlip()])'],
  ])('%s', (imports, call) => {
    expect(find(`${imports}\nx = ${call}\n`)).toEqual(['Replaces all steps: RandomHorizontalFlip']);
  });

  it.each([
    ['the braces of an f-string', 'import albumentations as A\nx = f"{A.Compose([A.HorizontalFlip()])}"'],
    ['another library', 'import monai.transforms as A\nx = A.Compose([A.Flip()])'],
    ['nothing imported', 'x = A.Compose([A.Flip()])'],
    ['a parameter', 'import albumentations as A\ndef f(A):\n    return A.Compose([A.Flip()])'],
    ['a class of the file', 'from albumentations import *\nclass Compose: pass\nx = Compose([1])'],
    ['a broken list', 'import albumentations as A\nx = A.Compose([A.Flip(, A.Blur()])'],
    ['a relative import', 'from .albumentations import Compose\nx = Compose([1])'],
  ])('%s is none', (_, text) => {
    expect(find(`${text}\n`)).toEqual([]);
  });

  it('imports the module beside names that were imported from it', () => {
    const text = 'from albumentations import Compose, HorizontalFlip\n\nx = Compose([HorizontalFlip()])\n';
    expect(insertInto('a.py', text)).toMatch(
      /^from albumentations import .*\nimport albumentations as A\n\nx = Compose\(\[\n    A\.SomeOf/,
    );
  });

  it('leaves a name alone that means something else', () => {
    const text = 'from albumentations import Compose\nA = 3\nx = Compose([])\n';
    expect(insertInto('a.py', text)).toContain(
      '\nimport albumentations\nA = 3\nx = Compose([\n    albumentations.SomeOf(',
    );
  });

  it('calls Albumentations by the name that the file has', () => {
    const text = 'import albumentations as alb\nx = alb.Compose([])\n';
    expect(insertInto('a.py', text)).toMatch(/alb\.SomeOf\(\n {8}\[\n {12}alb\.HorizontalFlip\(p=0\.5\),/);
  });
});

describe('steps that stand elsewhere', () => {
  it('are found where one name holds them, and nothing else does', () => {
    const text =
      'import albumentations as A\n\nsteps = [\n    A.Blur(),  # weak\n    A.Normalize(),\n]\n\n\ndef build():\n    return A.Compose(steps, steps=x.steps)\n';
    const [place] = placesIn('a.py', text);
    expect([place.label, place.line]).toEqual(['steps = [', 3]);
    expect(inserted(text, place)).toMatch(/steps = \[\n    A\.SomeOf\([^]*\n    A\.Normalize\(\),\n\]\n\n\ndef build/);
    expect(inserted(text, place)).toContain('return A.Compose(steps, steps=x.steps)');
  });

  it.each([
    ['a parameter', 'def f(steps):\n    return A.Compose(steps)', 'steps'],
    ['a list that is added to', 'steps = [A.Blur()]\nsteps += more\nx = A.Compose(steps)', 'steps'],
    ['a list that is set twice', 'steps = [A.Blur()]\nif big:\n    steps = []\nx = A.Compose(steps)', 'steps'],
    ['a list that others use', 'steps = [A.Blur()]\nx, y = A.Compose(steps), A.Compose(steps)', 'steps'],
    ['a list of another function', 'def f():\n    steps = [A.Blur()]\ndef g():\n    return A.Compose(steps)', 'steps'],
    ['a sum of lists', 'x = A.Compose([A.Blur()] + [A.Normalize()])', '[A.Blur()] + [A.Normalize()]'],
    ['what a call gives', 'x = A.Compose(transforms=make(3))', 'make(3)'],
  ])('%s is shown, and refused with what to do', (_, text, given) => {
    const [place] = placesIn('a.py', `import albumentations as A\n${text}\n`);
    expect(english(place.action)).toBe(`Cannot be edited: its steps are not one list that is written out (${given})`);
    expect(() => place.insertion()).toThrow(/Write the steps into the call as one list in brackets, or insert a new/);
  });

  it('come behind the pipelines that can be edited', () => {
    const text = 'import albumentations as A\nx = A.Compose(a + b)\ny = A.Compose([A.Blur()])\n';
    expect(placesIn('a.py', text).map(({ label }) => label)).toEqual(['y = A.Compose([', 'x = A.Compose(a']);
  });
});

describe('style', () => {
  it.each([
    [
      'tabs',
      'import albumentations as A\ndef f():\n\treturn A.Compose([\n\t\tA.Blur(),\n\t])\n',
      /^\t\tA\.SomeOf\(\n\t\t\t\[\n\t\t\t\tA\./m,
    ],
    [
      'two spaces',
      'import albumentations as A\ndef f():\n  return A.Compose([\n    A.Blur(),\n  ])\n',
      /^ {4}A\.SomeOf\(\n {6}\[\n {8}A\./m,
    ],
    [
      'one line',
      'import albumentations as A\nx = A.Compose([A.Blur(), A.Normalize()])  # c\n',
      /Compose\(\[\n {4}A\.SomeOf\([^]*\n {4}\),\n {4}A\.Normalize\(\),\n\]\)  # c\n$/,
    ],
    [
      'aligned',
      'import albumentations as A\nx = A.Compose([A.Blur(),\n               A.Normalize()])\n',
      /\n {15}\),\n {15}A\.Normalize\(\)\]\)\n$/,
    ],
  ])('%s', (_, text, expected) => {
    expect(insertInto('a.py', text)).toMatch(expected);
  });

  it('Windows line endings', () => {
    const windows = training.replaceAll('\n', '\r\n');
    const [place] = placesIn('train.py', training);
    expect(insertInto('train.py', windows)).toBe(inserted(training, place).replaceAll('\n', '\r\n'));
  });

  it('letters outside of the first plane', () => {
    const text = "note = '😀'  # 😀\nimport albumentations as A\nx = A.Compose([A.Blur()])  # 😀\n";
    const edited = insertInto('a.py', text);
    expect(edited).toMatch(/^note = '😀'  # 😀\nimport albumentations as A\nx = A\.Compose\(\[\n    A\.SomeOf/);
    expect(edited.endsWith('])  # 😀\n')).toBe(true);
  });

  it('quotes', () => {
    const safeSet = safeSetOfResult(judgedResult({ safe: ['ToGray'] }));
    const text = "import albumentations as A\nname = 'x'\nx = A.Compose([])\n";
    expect(insertInto('a.py', text, { safeSet })).toContain("method='weighted_average'");
    expect(insertInto('a.py', text.replaceAll("'", '"'), { safeSet })).toContain('method="weighted_average"');
  });
});

describe('a pipeline of torchvision', () => {
  const text = `from torchvision.transforms import v2 as T

x = T.Compose([
    T.ToImage(),
    T.RandomResizedCrop(224),
    T.ColorJitter(0.2),
    T.ToDtype(torch.float32, scale=True),
    Mine(),
])
`;

  it('gets a class that draws, and keeps crops, conversions and steps that are not known', () => {
    const [place] = placesIn('a.py', text);
    expect(english(place.action)).toBe(
      'Replaces only the augmentations (ColorJitter); keeps ToImage, RandomResizedCrop, ToDtype, Mine',
    );
    const edited = inserted(text, place);
    expect(edited).toMatch(
      /^from torchvision\.transforms import v2 as T\nimport torch\n\n\nclass SomeOf\(torch\.nn\.Module\):/,
    );
    expect(edited).toMatch(
      /return sample\n\n\nx = T\.Compose\(\[\n    T\.ToImage\(\),\n    T\.RandomResizedCrop\(224\),\n    SomeOf\(\n        \[\n            # HorizontalFlip\n            T\.RandomHorizontalFlip/,
    );
    expect(edited).not.toContain('v2.');
    expect(placesIn('a.py', edited)[0].insertion().edits).toEqual([]);
  });

  it('says what torchvision lacks', () => {
    const safeSet = safeSetOfResult(judgedResult({ safe: paperPool }));
    const notes = placesIn('a.py', text, { safeSet })[0].insertion().notes.map(english);
    expect(notes).toContain('CLAHE is left out: torchvision has nothing like it.');
  });

  it('brings the helpers of an earlier insertion up to date', () => {
    const safeSet = safeSetOfResult(judgedResult({ safe: ['RandomGamma'] }));
    const once = insertInto('a.py', text, { safeSet });
    const older = once.replace('uniform_(0.8, 1.2)', 'uniform_(0.5, 1.5)');
    expect(older).not.toBe(once);
    expect(insertInto('a.py', older, { safeSet })).toBe(once);
  });

  it('refuses a file that has another SomeOf', () => {
    const own = `${text}\nclass SomeOf:\n    pass\n`;
    expect(() => insertInto('a.py', own)).toThrow(/something of its own that is called SomeOf/);
  });
});

describe('lines of Python', () => {
  it.each([
    [
      'import albumentations as A\nt = A.Compose([A.HorizontalFlip(), \\\n  A.Normalize()])\n',
      'p=1.0,\n  ), \\\n  A.Normalize()])\n',
    ],
    ['import albumentations as A\nt = A.Compose([A.Blur(), A.Normalize(), \\\n  A.Flip()])\n', ', A.Normalize()])\n'],
  ])('that go on behind a backslash stay so: %j', (text, end) => {
    expect(insertInto('a.py', text).endsWith(end)).toBe(true);
  });

  it('that hold import and pipeline get what is missing before them', () => {
    const line = 'from albumentations import Compose, Blur; t = Compose([';
    expect(insertInto('a.py', `${line}Blur()])\n`)).toMatch(
      new RegExp(`^import albumentations as A\\n${line.replace(/[([]/g, '\\$&')}\\n {4}A\\.SomeOf`),
    );
  });
});

describe('a snippet at the cursor', () => {
  const at = (text: string, mark: string, library = 0): string => {
    const cursor = text.indexOf(mark);
    const snippets = placesIn('a.py', text, { cursor }).filter(({ label }) => label.startsWith('safe_transforms = …'));
    return inserted(text, snippets[library]);
  };

  it('comes before the statement that the cursor is in, with its import', () => {
    const edited = at('import os\n\nx = foo(\n    1,\n    2,\n)\n', '2,');
    expect(edited).toMatch(
      /^import os\nimport albumentations as A\n\n# Safe Aug .*\n(#.*\n)+safe_transforms = A\.Compose\(\n[^]*\n\)\nx = foo\(/,
    );
  });

  it('is never inside a string', () => {
    const edited = at('x = """\nA.Compose\n"""\n', 'A.Comp');
    expect(edited.endsWith('x = """\nA.Compose\n"""\n')).toBe(true);
  });

  it('has the indentation of its block', () => {
    const edited = at('import albumentations as A\n\n\ndef f():\n    x = 1\n\n    return x\n', 'return');
    expect(edited).toMatch(
      /\n\n {4}# Safe Aug[^]*\n {4}safe_transforms = A\.Compose\(\n {8}\[\n[^]*\n {4}\)\n {4}return x\n$/,
    );
  });

  it('comes below docstring and future imports', () => {
    const edited = at('"""Doc."""\nfrom __future__ import annotations\n\nx = 1\n', 'x = 1');
    expect(edited).toMatch(/^"""Doc\."""\nfrom __future__ import annotations\nimport albumentations as A\n\n# Safe/);
  });

  it.each([
    ['imports', 'import os\nimport albumentations as A\n', 'x = 1\n'],
    ['docstring', '"""Doc."""\n', 'x = 1\n'],
    ['future import', 'from __future__ import annotations\n', 'x = 1\n'],
    ['an import that may fail', 'try:\n    import albumentations as A\nexcept ImportError:\n    A = None\n', 'x = 1\n'],
    ['Windows’ lines', 'import albumentations as A\r\n', 'x = 1\r\n'],
    ['a line without an end', 'import albumentations as A', ''],
    ['interpreter and coding', '#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n\n', 'def f():\n    pass\n'],
    ['nothing but comments', '# mine\n', ''],
  ])('comes below %s also when the file was just opened, and its cursor is at the top', (_, head, rest) => {
    const text = head + rest;
    const [snippet] = placesIn('a.py', text, { cursor: 0 });
    const edited = inserted(text, snippet);
    expect(edited.startsWith(head)).toBe(true);
    expect(edited.endsWith(rest)).toBe(true);
    expect(edited.indexOf('import albumentations as A')).toBeLessThan(edited.indexOf('safe_transforms ='));
    expect(edited.match(/import albumentations as A/g)).toHaveLength(1);
  });

  it('fills an empty file, in either library', () => {
    expect(at('', '')).toMatch(/^import albumentations as A\n\n# Safe Aug [^]*\n\)\n$/);
    expect(at('', '', 1)).toMatch(/^import torch\nfrom torchvision\.transforms import v2\n\n\nclass SomeOf[^]*\n\)\n$/);
  });

  it('offers torchvision first where the file uses it', () => {
    const places = placesIn('a.py', 'from torchvision.transforms import v2\n', { cursor: 0 });
    expect(english(places[0].action)).toContain('torchvision');
  });

  it.each([
    ['Albumentations', 0],
    ['torchvision', 1],
  ])('of %s is found again and brought up to date, comments and helpers too', (_, library) => {
    const start = 'import os\n\n# mine\n\nx = 1\nprint(x)\n';
    const older = safeSetOfResult(judgedResult({ safe: ['RandomGamma', 'Blur'] }));
    const cursor = start.indexOf('print');
    const offered = placesIn('a.py', start, { safeSet: older, cursor });
    const once = inserted(start, offered[library]);
    const [update, ...others] = placesIn('a.py', once, { cursor: 0 });
    expect(english(update.action)).toBe('Brings the pipeline that Safe Aug inserted here up to date');
    expect(update.line).toBe(once.slice(0, once.indexOf('safe_transforms =')).split('\n').length);
    expect(others).toHaveLength(1);
    const updated = inserted(once, update);
    expect(updated).toContain(`the transforms that are safe for eurosat, 4 of 15.`);
    expect(updated.match(/# Safe Aug /g)).toHaveLength(1);
    expect(updated).not.toContain('Blur');
    expect(updated).toMatch(/# mine\n\nx = 1\n/);
    expect(updated.endsWith(')\nprint(x)\n')).toBe(true);
    expect(placesIn('a.py', updated, { cursor: 0 })[0].insertion().edits).toEqual([]);
  });

  it('that was built upon is its author’s', () => {
    const once = at('', '').replace('A.Compose(\n    [\n', 'A.Compose(\n    [\n        A.Resize(8, 8),\n');
    const actions = placesIn('a.py', once, { cursor: 0 }).map(({ action }) => english(action));
    expect(actions[0]).toBe('Replaces only the augmentations (SomeOf); keeps Resize');
    expect(actions).not.toContain('Brings the pipeline that Safe Aug inserted here up to date');
  });
});
