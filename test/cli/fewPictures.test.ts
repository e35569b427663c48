import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Result, TransformResult } from '../../src/protocol/result';
import { arrowsFolder, run } from './program';

/** What "safe" was said of although something had to be seen for it; a transform that changes nothing needs no detector. */
function calledSafe({ transforms }: Result): TransformResult[] {
  return transforms.filter(({ verdict, reasonCode }) => verdict === 'safe' && reasonCode !== 'no-effect');
}

async function learnFrom(images: number, ...options: readonly string[]): Promise<Result> {
  const set = await arrowsFolder(images);
  try {
    const folder = join(set.folder, 'run');
    const { code, stderr } = await run(['learn', set.arrows, '--run', folder, '--size', '16', ...options]);
    expect(code, stderr).toBe(0);
    return JSON.parse(await readFile(join(folder, 'result.json'), 'utf8')) as Result;
  } finally {
    await set.remove();
  }
}

it('calls nothing safe from 200 pictures, and says how many it would take', async () => {
  const result = await learnFrom(200, '--budget', 'quick');
  expect(result.presentations).toBe(64_000);
  expect(calledSafe(result)).toEqual([]);
  expect(result.safeSet).toEqual([]);
  const vertical = result.transforms.find(({ name }) => name === 'VerticalFlip');
  expect(vertical?.verdict).toBe('undecided');
  expect(vertical?.needed?.images).toBeGreaterThan(500);
}, 300_000);

it('calls nothing safe after 30 seconds', async () => {
  const result = await learnFrom(1600, '--budget', '30s');
  expect(calledSafe(result)).toEqual([]);
  expect(result.transforms.some(({ verdict }) => verdict === 'undecided')).toBe(true);
}, 300_000);
