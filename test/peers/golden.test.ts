import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { albumentationsPython, peerEnvironment } from './venv';

// Fused multiply-adds of other processors may move a value by one level.
describe.runIf(process.arch === 'x64')('stored golden vectors are what the real library and the formulas give', () => {
  for (const folder of ['test/golden', '../shared/golden']) {
    it.skipIf(!existsSync(folder))(folder, { timeout: 300_000 }, async (context) => {
      const python = await albumentationsPython();
      if (python === null) return context.skip();
      const check = ['test/golden/make_golden.py', '--check', folder];
      const { stdout, stderr } = spawnSync(python, check, { env: peerEnvironment, encoding: 'utf8' });
      expect(stdout + stderr).toMatch(/^\d+ of \d+ cases recomputed, 0 differ\n$/);
    });
  }
});
