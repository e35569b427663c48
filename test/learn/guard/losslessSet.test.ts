import { beforeAll, describe, expect, it } from 'vitest';
import { dyes } from '../../../bench/truth/sets/dyes';
import { exposures } from '../../../bench/truth/sets/exposures';
import { createPool } from '../../../src/augment/pool';
import type { ProbeResult } from '../../../src/judge/crossFittedProbe';
import { assignFolds } from '../../../src/judge/folds';
import { judgedZ } from '../../../src/judge/judgedZ';
import { probeDifferenceInterval } from '../../../src/judge/probeDifference';
import { createRandom } from '../../../src/random/random';
import { screened, screenedSets, verdictOf } from './screenedSet';

const images = 600;
const folds = assignFolds(images, createRandom(1, 'folds'));
const names = createPool({ profile: 'modern', size: 32 }).map(({ name }) => name);
/** All transforms of the pool at once. */
const z = judgedZ({ transforms: names.length, looks: 1 });

/**
 * A guard of 3 px takes a third of the pixels of a picture of 16, with whatever they tell. Where all but everything is told, so
 * little is left to chance that this shows: by 0.002 at most where it was looked at.
 */
const fewerPixels = 0.005;
const allToldFrom = 0.99;

describe.each([
  { set: exposures, about: 'gray, without noise' },
  { set: dyes, about: 'in colour, with noise' },
])('a set of PNG files, which have no trace to hide ($set.name, $about)', ({ set }) => {
  let open: ProbeResult[];
  let guarded: ProbeResult[];
  beforeAll(async () => {
    const pool = createPool({ profile: 'modern', size: set.size });
    [open, guarded] = (await screenedSets({ set, images, pool, guards: [0, 3] })).map((sets) => screened(sets, folds));
  }, 300_000);

  it.each(names.map((name, at) => ({ name, at })))(
    '$name: the guard leaves the verdict by statistics as it was, and the paired difference covers 0',
    ({ name, at }) => {
      const verdict = verdictOf(name, open[at], z);
      expect(['safe', 'shifting']).toContain(verdict);
      expect(verdictOf(name, guarded[at], z)).toBe(verdict);
      const [low, high] = probeDifferenceInterval(guarded[at], open[at], folds, z);
      const most = open[at].auroc >= allToldFrom ? fewerPixels : 0;
      expect(low).toBeLessThanOrEqual(0);
      expect(high).toBeGreaterThanOrEqual(-most);
    },
  );
});
