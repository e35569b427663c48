import { applySubset } from '../../augment/applySubset';
import type { Image } from '../../augment/image';
import { resizeLinear } from '../../augment/kernels/resizeLinear';
import { sampleSubset } from '../../augment/subset';
import type { Transform } from '../../augment/transform';
import { createRandom, type Random } from '../../random/random';
import type { BatchRequest, Draw } from '../batch';
import { drawChain } from './draws/chain';
import type { DrawnPicture } from './draws/drawnPicture';
import { type MarkRanges, plantMarks, sampleMarks } from './draws/marks';
import { milderPool } from './draws/milderPool';
import { strengthDrawer } from './draws/strength';
import { drawUse } from './draws/use';

/** Draws the transforms of one picture and applies them to its base. */
export type DrawPicture = (base: Image, random: Random) => DrawnPicture;

/** How the pictures of this request are drawn. */
export function drawerFor(
  { draw, stream, firstPosition }: BatchRequest,
  pool: readonly Transform[],
  seed: number,
): DrawPicture {
  switch (draw.kind) {
    case 'clean':
      return (image) => ({ image, applied: [], outcome: -1 });
    case 'only':
      return (base, random) => drawOnly(base, pool[draw.transform], draw.transform, random);
    case 'strength':
      return strengthDrawer(draw, pool);
    case 'marked':
      return (base, random) => ({ image: plantMarks(base, draw.marks, random), applied: [], outcome: -1 });
    case 'randomMarks':
      return (base, random) => drawRandomMarks(base, draw.ranges, random);
    case 'chain': {
      const members = milderPool(pool, draw.milder);
      return (base, random) => drawChain(base, members, draw.transforms, random);
    }
    case 'use': {
      const members = milderPool(pool, draw.milder);
      return (base, random) => drawUse(base, members, draw, random);
    }
    case 'subset':
      return subsetDrawer(draw, pool, () => createRandom(seed, stream, 'batch', firstPosition));
  }
}

function subsetDrawer(
  { maxSubset, per }: Extract<Draw, { kind: 'subset' }>,
  pool: readonly Transform[],
  randomOfBatch: () => Random,
): DrawPicture {
  const ofBatch = per === 'batch' ? sampleSubset(randomOfBatch(), pool.length, maxSubset) : undefined;
  return (base, random) => {
    const applied = ofBatch ?? sampleSubset(random, pool.length, maxSubset);
    const transforms = applied.map((index) => pool[index]);
    return { image: applySubset({ image: base, transforms, random, size: base.height }), applied, outcome: -1 };
  };
}

function drawOnly(base: Image, transform: Transform, index: number, random: Random): DrawnPicture {
  const params = transform.sampleEffective ? transform.sampleEffective(random, base) : transform.sample(random, base);
  const image = resizeLinear(transform.apply(base, params), base.height, base.width);
  const outcome = transform.outcomeOf ? (transform.outcomes?.indexOf(transform.outcomeOf(params)) ?? -1) : -1;
  return { image, applied: [index], outcome };
}

function drawRandomMarks(base: Image, ranges: MarkRanges, random: Random): DrawnPicture {
  const { marks, labels } = sampleMarks(random, ranges);
  return { image: plantMarks(base, marks, random), applied: [], outcome: -1, marks: labels };
}
