import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Relative to the repository's root, where npm starts tests and benches: this file may run bundled from elsewhere. */
const here = resolve('test/peers');
const cacheFolder = resolve('.venv');

/** The environment to start a peer with: Albumentations asks the network for its newest version at import unless told not to. */
export const peerEnvironment: NodeJS.ProcessEnv = { ...process.env, NO_ALBUMENTATIONS_UPDATE: '1' };

/** Wheels only, and few retries, so that a machine without network says so within a minute. */
const pipInstall = '-m pip install --quiet --retries 1 --timeout 20 --only-binary :all: --requirement'.split(' ');

let albumentations: Promise<string | null> | undefined;

/**
 * A Python with Albumentations 2.0.8, OpenCV 4.12, numpy and PyYAML in the versions of albumentations.requirements.txt.
 * The first call ever installs it into .venv/ (about 20 s, 100 MB from PyPI); later calls find it there. Null, with a
 * notice on stderr, where Python 3.9–3.13 or PyPI cannot be had: then skip.
 *
 * Start it with `peerEnvironment`.
 */
export function albumentationsPython(): Promise<string | null> {
  albumentations ??= venvPython('albumentations', join(here, 'albumentations.requirements.txt')).catch(
    (error: unknown) => {
      notice('Albumentations', error);
      return null;
    },
  );
  return albumentations;
}

/**
 * A Python with PyTorch for the benches: the one that SAFE_AUG_TORCH_PYTHON names, or else the first on the PATH, or
 * Debian's own, that can import it. Nothing is installed: PyPI's wheels for Linux on x86 bring 5 GB of CUDA along. Null,
 * with a notice on stderr that says what to install, where there is none.
 */
export async function torchPython(): Promise<string | null> {
  const named = process.env.SAFE_AUG_TORCH_PYTHON;
  for (const python of named !== undefined ? [named] : ['python3', 'python', '/usr/bin/python3']) {
    if (await succeeds(python, 'import torch')) return python;
  }
  notice('PyTorch', named !== undefined ? `${named} (SAFE_AUG_TORCH_PYTHON) cannot import it.` : torchRecipe);
  return null;
}

const torchRecipe =
  'No Python on the PATH can import it. Debian and Ubuntu: apt install --no-install-recommends python3-torch (150 MB). ' +
  'Elsewhere: pip install torch --index-url https://download.pytorch.org/whl/cpu in a virtual ' +
  'environment, and name its Python in SAFE_AUG_TORCH_PYTHON.';

/** Finds or makes the virtual environment that holds a requirements file's packages; a changed file makes a new one. */
async function venvPython(name: string, requirements: string): Promise<string> {
  const version = createHash('sha256')
    .update(await readFile(requirements))
    .digest('hex')
    .slice(0, 8);
  const finished = join(cacheFolder, `${name}-${version}`);
  if (!existsSync(pythonIn(finished))) {
    // Built beside its final place and renamed, so that a broken install is never taken for a whole one and test files
    // that run at the same time do not disturb each other. Only `python` is used of it, which survives being moved.
    const building = join(cacheFolder, `${name}-${randomUUID()}`);
    try {
      await mkdir(cacheFolder, { recursive: true });
      await run(await basePython(), ['-m', 'venv', building]);
      await run(pythonIn(building), [...pipInstall, requirements]);
      await rename(building, finished).catch((error: unknown) => {
        if (!existsSync(pythonIn(finished))) throw error;
      });
    } finally {
      await rm(building, { recursive: true, force: true });
    }
  }
  return pythonIn(finished);
}

/** The first Python 3.9–3.13 on the PATH that can make virtual environments: the versions that numpy 2.0 and 2.2 have wheels for. */
async function basePython(): Promise<string> {
  const names = ['python3', 'python', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python3.9'];
  const check = 'import sys, venv, ensurepip; sys.exit(not (3, 9) <= sys.version_info[:2] <= (3, 13))';
  for (const name of names) {
    if (await succeeds(name, check)) return name;
  }
  throw new Error(
    'no Python 3.9 to 3.13 with venv and pip on the PATH (on Debian and Ubuntu: apt install python3-venv)',
  );
}

function succeeds(python: string, script: string): Promise<boolean> {
  return run(python, ['-c', script]).then(
    () => true,
    () => false,
  );
}

function pythonIn(venv: string): string {
  return process.platform === 'win32' ? join(venv, 'Scripts/python.exe') : join(venv, 'bin/python');
}

function notice(what: string, error: unknown): void {
  const reason = error instanceof Error ? error.message.trim() : String(error);
  console.warn(`Skipped: comparison with ${what} in Python. ${reason}`);
}
