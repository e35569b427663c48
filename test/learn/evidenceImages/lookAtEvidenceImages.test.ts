import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { lookAtEvidenceImages } from '../../../src/learn/evidenceImages/lookAtEvidenceImages';
import type { EvidenceImages } from '../../../src/protocol/closing';
import { createRandom } from '../../../src/random/random';
import { brightRun, levelOf } from './brightRun';
import { side } from './pictureRun';

const items = 600;
interface Known {
  readonly name: string;
  /** +1: every item becomes brighter; −1: darker. */
  readonly upwards: 1 | -1;
  /** Items whose change stands out, the most extreme first: in neither the order of their numbers nor that of their places. */
  readonly surest: readonly number[];
  /** Those that change the other way. */
  readonly fooled: readonly number[];
}
const brighten: Known = { name: 'Brighten', upwards: 1, surest: [417, 32, 305, 178], fooled: [88, 511, 7, 260] };
const darken: Known = { name: 'Darken', upwards: -1, surest: [7, 94, 32, 551], fooled: [209, 88, 330, 16] };

const extremes = [100, 62, 39, 24];
const changeOf =
  ({ name, upwards, surest, fooled }: Known) =>
  (item: number): number => {
    const usual = Math.round(createRandom(3, name, item).uniform(4, 8));
    const [most, least] = [surest, fooled].map((some) => extremes[some.indexOf(item)]);
    return upwards * (most ?? (least === undefined ? usual : -least));
  };

const judging = Int32Array.from(createRandom(2, 'judging').shuffle(Array.from({ length: items }, (_, item) => item)));
/** Every third item has no label. */
const labelOf = (item: number): number => (item % 3 === 0 ? -1 : item % 2);

let found: readonly EvidenceImages[];
let saved: Map<string, Uint8Array>;
beforeAll(async () => {
  const transforms = [
    { name: 'Brighten', rise: changeOf(brighten) },
    { name: 'Idle', rise: () => 0 },
    { name: 'Darken', rise: changeOf(darken) },
  ];
  const run = await brightRun({ transforms, judging, labelOf });
  found = (await lookAtEvidenceImages(run.context)) ?? [];
  saved = run.saved;
});

/** The level of a saved picture's every pixel. */
async function levelIn(file: string): Promise<number> {
  const { data, info } = await sharp(saved.get(file)).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([side, side]);
  const levels = new Set(data);
  expect(levels.size).toBe(1);
  return [...levels][0];
}

it('shows every transform that changes any picture, in the order of the pool', () => {
  expect(found.map(({ transform }) => transform)).toEqual(['Brighten', 'Darken']);
});

describe.each([
  { at: 0, ...brighten, change: changeOf(brighten) },
  { at: 1, ...darken, change: changeOf(darken) },
])('the pictures of $name', ({ at, name, change, upwards, ...known }) => {
  it.each(['surest', 'fooled'] as const)(
    '%s: the four most extreme of these items, the most extreme first',
    async (kind) => {
      const shown = found[at][kind];
      expect(shown).toHaveLength(4);
      for (const [i, image] of shown.entries()) {
        const place = `previews/evidence-${name}-${kind}-${i}`;
        const files = {
          clean: `${place}-clean.webp`,
          transformed: `${place}-transformed.webp`,
          map: `${place}-map.webp`,
        };
        expect(image).toMatchObject(files);
        const item = known[kind][i];
        expect(await levelIn(image.clean)).toBe(levelOf(item));
        expect(await levelIn(image.transformed)).toBe(levelOf(item) + change(item));
      }
    },
  );

  it('carry the class of their item, or none', () => {
    for (const kind of ['surest', 'fooled'] as const) {
      const expected = known[kind].map((item) => ['even', 'odd'][labelOf(item)] ?? null);
      expect(found[at][kind].map(({ label }) => label)).toEqual(expected);
    }
  });

  it('carry a margin that is the log-odds of their change, as steep for all but for the halves’ chance', () => {
    const margins = [...found[at].surest, ...found[at].fooled].map(({ margin }) => margin);
    const slopes = [...known.surest, ...known.fooled].map((item, i) => (upwards * margins[i]) / change(item));
    for (const slope of slopes) {
      expect(slope).toBeGreaterThan(0.6 * slopes[0]);
      expect(slope).toBeLessThan(slopes[0] / 0.6);
    }
    expect(margins.map(Math.sign)).toEqual([1, 1, 1, 1, -1, -1, -1, -1]);
  });
});

it('saves no file besides', () => {
  const named = found.flatMap((one) =>
    [...one.surest, ...one.fooled].flatMap(({ clean, transformed, map }) => [clean, transformed, map]),
  );
  expect([...saved.keys()].sort()).toEqual(named.sort());
  expect(new Set(named).size).toBe(2 * 8 * 3);
});
