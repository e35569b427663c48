import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Image, Mask } from '../../src/augment/image';
import { createPool } from '../../src/augment/pool';
import { registry } from '../../src/augment/registry';
import { readGoldenSet, readInput, readMasks, readOutput, readParams, type GoldenCase } from './goldenSet';

/** The repository's own set; one beside the repository, where there is one; and any named in SAFE_AUG_GOLDEN, colon-separated. */
const root = resolve(__dirname, '../..');
const own = join(root, 'test/golden');
const beside = resolve(root, '../shared/golden');
const named = (process.env.SAFE_AUG_GOLDEN ?? '').split(':').filter(Boolean);
const folders = [own, ...(existsSync(beside) ? [beside] : []), ...named.map((folder) => resolve(folder))];

const names = new Set(registry.map(({ name }) => name));

if (!existsSync(beside)) it.skip('no ../shared/golden beside the repository: only the own set is compared');

describe.each(folders)('golden vectors of %s', (folder) => {
  const set = readGoldenSet(folder);
  const usable = set.cases.filter(({ transform }) => names.has(transform));
  const others = set.cases.filter(({ transform }) => !names.has(transform));

  it('holds cases of the pool', () => {
    expect(usable.length, `${folder} holds no case of ${[...names].join(', ')}`).toBeGreaterThan(0);
  });

  if (others.length > 0) {
    const kinds = [...new Set(others.map(({ transform }) => transform))];
    it.skip(`${others.length} of ${set.cases.length} cases: not one of the pool (${kinds.join(', ')})`);
  }

  it.each(usable)('$id of $transform', async (golden) => {
    const transform = transformOf(golden);
    const params = readParams(set, golden);
    const output = transform.apply(await readInput(set, golden), params);
    expectWithin(output, await readOutput(set, golden), golden.tolerance);

    const masks = await readMasks(set, golden);
    if (masks === null) return;
    if (masks.after === 'unchanged') {
      expect(transform.kind).toBe('pixel');
      expect(transform.applyToMask).toBeUndefined();
    } else {
      expect(transform.applyToMask).toBeDefined();
      expectWithin(transform.applyToMask!(masks.before, params), masks.after, 0);
    }
  });
});

/** The working size matters only for drawing parameters, which the case already holds. */
function transformOf({ transform, profile }: GoldenCase) {
  if (profile !== 'modern' && profile !== 'paper') throw new Error(`There is no profile named ${profile}.`);
  return createPool({ names: [transform], profile, size: 32 })[0];
}

function expectWithin(actual: Image | Mask, expected: Image | Mask, tolerance: number | null): void {
  expect([actual.height, actual.width]).toEqual([expected.height, expected.width]);
  expect(actual.data.length).toBe(expected.data.length);
  let largest = 0;
  for (let i = 0; i < expected.data.length; i++) {
    largest = Math.max(largest, Math.abs(actual.data[i] - expected.data[i]));
  }
  expect(tolerance, 'the case states no tolerance').not.toBeNull();
  expect(largest, 'largest difference in levels').toBeLessThanOrEqual(tolerance!);
}
