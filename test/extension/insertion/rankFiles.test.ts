import { expect, it } from 'vitest';
import { candidateFor, ranked, usesAlbumentationsX } from '../../../src/extension/insertion/discovery/rankFiles';

const files: Readonly<Record<string, string>> = {
  'pyproject.toml': '[project]\nname = "x"\n',
  'configs/hyp.yaml': 'lr0: 0.1\nfliplr: 0.5\nmosaic: 1.0\nhsv_h: 0.1\n',
  'src/val.py': 'import albumentations as A\nx = A.Compose([])\n',
  'src/train.py': 'import albumentations as A\nx = A.Compose([])\n',
  'src/vision.py': 'from torchvision.transforms import v2\nx = v2.Compose([])\n',
  'conf/data.yaml': 'train:\n  - _target_: albumentations.Blur\n',
  'conf/model.yaml': 'transforms: []\n',
  'pipeline.json': '{"transform": {"__class_fullname__": "Compose"}}',
  'package.json': '{"augmentation": 1, "transform": {}}',
  'src/other.py': 'import albumentations\n',
  'README.md': 'albumentations Compose(',
};

it('ranks by what is in the files', () => {
  const found = ranked(Object.entries(files).flatMap(([path, text]) => candidateFor(path, text) ?? []));
  expect(found.map(({ path }) => path)).toEqual([
    'pipeline.json',
    'src/train.py',
    'conf/data.yaml',
    'src/vision.py',
    'configs/hyp.yaml',
    'src/val.py',
    'conf/model.yaml',
    'pyproject.toml',
  ]);
});

it.each([
  ['albumentationsx==2.2\n', true],
  ['dependencies = ["albumentationsx>=2.2"]', true],
  ['albumentations==2.0.8\n', false],
  ['my-albumentationsx-fork\n', false],
])('reads from %j whether albumentationsx is installed', (requirements, expected) => {
  expect(usesAlbumentationsX(requirements)).toBe(expected);
});
