import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { exportResult } from '../../src/export/exportResult';
import { torchPython } from '../peers/venv';
import { judgedResult, paperPool } from './judgedResult';

const run = promisify(execFile);

it('runs in torchvision: exact where it says so, shapes and types kept', { timeout: 120_000 }, async (context) => {
  const python = await torchPython();
  const probe = 'from torchvision.transforms import v2; v2.GaussianNoise; v2.Identity';
  const usable =
    python !== null &&
    (await run(python, ['-c', probe]).then(
      () => true,
      () => false,
    ));
  if (!usable) {
    console.warn(
      'Skipped: the exported torchvision module is not run. No Python with torchvision 0.20 or newer was found.',
    );
    return context.skip();
  }
  const folder = await mkdtemp(join(tmpdir(), 'safe-aug-torchvision-'));
  try {
    const module = join(folder, 'safe_transforms.py');
    await writeFile(
      module,
      exportResult(judgedResult({ safe: paperPool }), 'torchvision-py', { albumentations: '2.0.8' }),
    );
    const { stdout } = await run(python, ['-W', 'error', resolve('test/export/python/run_torchvision.py'), module]);
    expect(stdout.trim()).toBe('14 transforms');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
