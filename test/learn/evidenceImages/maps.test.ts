import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { lookAtEvidenceImages } from '../../../src/learn/evidenceImages/lookAtEvidenceImages';
import type { EvidenceImages } from '../../../src/protocol/closing';
import { createRandom } from '../../../src/random/random';
import { pictureRun, side } from './pictureRun';

/*
 * The transform changes two places: a spot, whose place depends on the item and which the network sees, and a corner, which it doesn't see.
 * Everything is brighter than a patch, so that hiding any place lowers the feature in both versions.
 */
const items = 400;
const surest = [10, 11, 12, 13];
const fooled = [20, 21];
const ground = 140;
const corner = { clean: 60, transformed: 220 };

/** The spot is 2 × 2 pixels: top left for even items, bottom right for odd ones. Its first row and column. */
const firstOf = (item: number): number => (item % 2 === 0 ? 1 : side - 3);
const riseOf = (item: number): number => {
  if (surest.includes(item)) return 110;
  return fooled.includes(item) ? -100 : 30;
};
const isCorner = (at: number): boolean => at < 2 * side && at % side >= side - 2;

function pixelsOf(item: number, rise: number, inCorner: number): Uint8Array {
  const level = Math.round(ground + createRandom(1, 'level', item).normal(0, 1));
  return Uint8Array.from({ length: side * side }, (_, at) => {
    if (isCorner(at)) return inCorner;
    const inside = [Math.floor(at / side), at % side].every((place) => (place - firstOf(item)) >> 1 === 0);
    return level + (inside ? rise : 0);
  });
}

interface Shown {
  /** The middle of its spot, by its class, and of the other place where one could be: shares of the side. */
  readonly spot: number;
  readonly other: number;
  /** Red less blue of the map at a place, given as shares of the side: above 0 vermilion, below 0 blue. */
  readonly warmth: (y: number, x: number) => number;
  /** The map's channels there. */
  readonly at: (y: number, x: number) => readonly number[];
}

let found: EvidenceImages;
let shown: { readonly surest: readonly Shown[]; readonly fooled: readonly Shown[] };
beforeAll(async () => {
  const { context, saved } = await pictureRun({
    transforms: [{ name: 'Spot', pixelsOf: (item) => pixelsOf(item, riseOf(item), corner.transformed) }],
    cleanOf: (item) => pixelsOf(item, 0, corner.clean),
    featureOf: (pixels) => pixels.reduce((sum, level, at) => sum + (isCorner(at) ? 0 : level), 0) / pixels.length,
    judging: Int32Array.from({ length: items }, (_, item) => item),
    labelOf: (item) => item % 2,
  });
  [found] = (await lookAtEvidenceImages(context)) ?? [];
  const read = (kind: 'surest' | 'fooled'): Promise<Shown[]> =>
    Promise.all(
      found[kind].map(async ({ map, label }) => {
        const spot = (firstOf(label === 'even' ? 0 : 1) + 1) / side;
        const { data, info } = await sharp(saved.get(map)).raw().toBuffer({ resolveWithObject: true });
        const at = (y: number, x: number): number[] => {
          const pixel = Math.floor(y * info.height) * info.width + Math.floor(x * info.width);
          return [...data.subarray(pixel * info.channels, pixel * info.channels + 3)];
        };
        return { spot, other: 1 - spot, at, warmth: (y: number, x: number) => at(y, x)[0] - at(y, x)[2] };
      }),
    );
  shown = { surest: await read('surest'), fooled: await read('fooled') };
});

it('shows the items whose spot changes most, and those that change the other way', () => {
  const spotsOf = (some: readonly Shown[]): number[] => some.map(({ spot }) => spot).sort();
  expect(spotsOf(shown.surest)).toEqual([0.25, 0.25, 0.75, 0.75]);
  expect(spotsOf(shown.fooled)).toEqual([0.25, 0.75]);
});

describe('the map of the transformed version', () => {
  it('turns vermilion at the spot of its own item, and neither colour where hiding does what it does anywhere', () => {
    for (const { spot, other, warmth } of shown.surest) {
      expect(warmth(spot, spot)).toBeGreaterThan(60);
      expect(Math.abs(warmth(other, other))).toBeLessThan(0.2 * warmth(spot, spot));
    }
  });

  it('turns blue where hiding speaks for it', () => {
    for (const { spot, other, warmth } of shown.fooled) {
      expect(warmth(spot, spot)).toBeLessThan(-60);
      expect(Math.abs(warmth(other, other))).toBeLessThan(0.2 * Math.abs(warmth(spot, spot)));
    }
  });

  it('lies over the transformed version, not over the clean one', () => {
    for (const { at } of [...shown.surest, ...shown.fooled]) {
      const [, green] = at(0.05, 0.95);
      expect(Math.abs(green - corner.transformed)).toBeLessThan(Math.abs(green - corner.clean));
    }
  });
});
