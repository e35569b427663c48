import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('holds the kernels of the present sources', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/compileKernels.mjs', '--check'], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
