import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { safeSetOfResult } from '../../../src/extension/insertion/safeSet';
import { judgedResult, paperPool } from '../../export/judgedResult';
import { albumentationsPython, peerEnvironment } from '../../peers/venv';
import { insertInto } from './insertInto';

const run = promisify(execFile);
const script = resolve('test/extension/insertion/python/load_insertions.py');
const safeSet = safeSetOfResult(judgedResult({ safe: paperPool }));
const steps = ['HorizontalFlip', 'Normalize'];

const files = [
  {
    name: 'pipeline.json',
    kind: 'document',
    text: JSON.stringify({
      __version__: '2.0.8',
      transform: {
        __class_fullname__: 'Compose',
        p: 1,
        transforms: steps.map((name) => ({ __class_fullname__: name, p: 1 })),
      },
    }),
  },
  {
    name: 'pipeline.yaml',
    kind: 'document',
    text: `transform:  # ours\n  __class_fullname__: Compose\n  p: 1.0\n  transforms:\n  - __class_fullname__: HorizontalFlip\n    p: 1.0\n  - __class_fullname__: Normalize\n    p: 1.0\n`,
  },
  {
    name: 'train.yaml',
    kind: 'hydra',
    at: 'steps',
    text: 'defaults: [base]\nsteps: # ours\n  - _target_: albumentations.HorizontalFlip\n    p: 0.5\n  - _target_: albumentations.Normalize\n    p: 1.0\n',
  },
  {
    name: 'flow.yaml',
    kind: 'hydra',
    at: 'steps',
    text: 'steps: [{_target_: albumentations.HorizontalFlip, p: 0.5}, {_target_: albumentations.Normalize, p: 1.0}]\n',
  },
  {
    name: 'train.py',
    kind: 'python',
    at: 'train',
    text: 'from albumentations import Compose, HorizontalFlip, Normalize\n\ntrain = Compose([HorizontalFlip(p=0.5), Normalize(p=1.0)])\n',
  },
  { name: 'snippet.py', kind: 'python', at: 'safe_transforms', text: '"""Mine."""\nimport os\n\nprint = os.getcwd\n' },
];

it('leaves files that Albumentations 2.0.8 loads and uses without a warning', { timeout: 300_000 }, async (context) => {
  const python = await albumentationsPython();
  if (python === null) return context.skip();
  const folder = await mkdtemp(join(tmpdir(), 'safe-aug-insertion-'));
  try {
    const written = files.map(({ name, text, ...file }) => ({
      ...file,
      path: join(folder, name),
      text: insertInto(name, text, { safeSet, cursor: text.length }),
    }));
    await Promise.all(written.map(({ path, text }) => writeFile(path, text)));
    await writeFile(join(folder, 'files.json'), JSON.stringify(written));
    const { stdout } = await run(python, ['-W', 'error', script, join(folder, 'files.json')], { env: peerEnvironment });
    const loaded = JSON.parse(stdout) as { names: string[]; drawn: string[]; changed: number }[];
    loaded.forEach(({ names, drawn, changed }, index) => {
      const snippet = files[index].name === 'snippet.py';
      expect(names, files[index].name).toEqual(snippet ? ['SomeOf'] : ['SomeOf', 'Normalize']);
      expect(drawn, files[index].name).toHaveLength(paperPool.length);
      expect(changed, files[index].name).toBeGreaterThan(10);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
