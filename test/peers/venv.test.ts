import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { albumentationsPython, peerEnvironment } from './venv';

it('hands a Python with the pinned versions', { timeout: 300_000 }, async (context) => {
  const python = await albumentationsPython();
  if (python === null) return context.skip();
  const script = 'import albumentations, cv2; print(albumentations.__version__, cv2.__version__)';
  const printed = execFileSync(python, ['-W', 'error', '-c', script], { env: peerEnvironment, encoding: 'utf8' });
  expect(printed.trim()).toBe('2.0.8 4.12.0');
  expect(await albumentationsPython()).toBe(python);
});
