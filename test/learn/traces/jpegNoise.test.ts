import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Image } from '../../../src/augment/image';
import { crop } from '../../../src/augment/kernels/crop';
import { flipHorizontal } from '../../../src/augment/kernels/flip';
import { type Step, takeStep } from '../../../src/data/feed/steps/step';
import type { ProbeSide } from '../../../src/judge/probeSide';
import { assignFolds } from '../../../src/judge/folds';
import { probeSide } from '../../../src/judge/probeSide';
import { guardCrop } from '../../../src/learn/fileTests/hideTraces';
import { traceProbe } from '../../../src/learn/traces/traceProbe';
import type { TraceProbe } from '../../../src/protocol/closing';
import { createRandom, type Random } from '../../../src/random/random';
import { blockEdges } from './blockEdges';

/*
 * Noise has no left and right. Saved as JPEG, its blocks begin at the left edge, and where the width is no multiple of the block,
 * a flip moves the incomplete one to the left and the grid with it (Z. Lin et al., Visual Chirality, CVPR 2020, section 4.2).
 * A detector that looks for blocks stands in for a network here; what the file tests make of it is in test/learn/fileTests.
 */
const pictures = 160;
const guard = 3;

interface Kind {
  readonly side: number;
  readonly quality: number;
  readonly subsampling: '4:2:0' | '4:4:4' | null;
}

/** The file as decoded; null subsampling: PNG. */
async function noiseFile({ side, quality, subsampling }: Kind, random: Random): Promise<Image> {
  const noise = Uint8Array.from({ length: side * side * 3 }, () => random.integer(0, 255));
  const made = sharp(noise, { raw: { width: side, height: side, channels: 3 } });
  const file = subsampling === null ? made.png() : made.jpeg({ quality, chromaSubsampling: subsampling });
  const data = new Uint8Array(
    await sharp(await file.toBuffer())
      .raw()
      .toBuffer(),
  );
  return { data, height: side, width: side, channels: 3 };
}

/** Whole blocks from the top left on. */
function cut(image: Image, block: number): Image {
  const whole = (side: number): number => Math.floor(side / block) * block;
  return crop(image, { y0: 0, x0: 0, height: whole(image.height), width: whole(image.width) });
}

interface Found {
  /** Neither guard nor step. */
  readonly raw: TraceProbe;
  /** Guarded, with the step against without. */
  readonly stepped: TraceProbe;
}

/** A flip of the noise, by how strong the edges between columns are at each place of the grid. */
async function probeFlip(kind: Kind): Promise<Found> {
  const random = createRandom(4, 'JPEG noise', JSON.stringify(kind));
  const { side, quality, subsampling } = kind;
  const unit = subsampling === '4:2:0' ? 16 : 8;
  const block = side % unit === 0 ? null : unit;
  const step: Step = { kind: 're-encode', quality, subsampling: subsampling ?? '4:2:0', block };
  const versions: Record<'raw' | 'guarded' | 'stepped', number[][][]> = {
    raw: [[], []],
    guarded: [[], []],
    stepped: [[], []],
  };
  for (let i = 0; i < pictures; i++) {
    const image = await noiseFile(kind, random);
    for (const [at, flip] of [(same: Image) => same, flipHorizontal].entries()) {
      const drawn = flip(image);
      versions.raw[at].push(blockEdges(drawn));
      versions.guarded[at].push(blockEdges(guardCrop(drawn, guard, random)));
      const again = await takeStep(flip(block === null ? image : cut(image, block)), step, random);
      versions.stepped[at].push(blockEdges(guardCrop(again, guard, random)));
    }
  }
  const folds = assignFolds(pictures, createRandom(1, 'folds'));
  const sidesOf = ([clean, transformed]: number[][][]): { clean: ProbeSide; transformed: ProbeSide } => {
    const side = (rows: number[][], origin?: Float64Array): ProbeSide =>
      probeSide({
        features: Float32Array.from(rows.flat()),
        dimensions: rows[0].length,
        folds,
        ...(origin && { origin }),
      });
    const first = side(clean);
    return { clean: first, transformed: side(transformed, first.origin) };
  };
  const common = { transform: 'HorizontalFlip', step, threshold: 0.6, zJudged: 1.96, ridge: 0.01 };
  const [raw, guarded, stepped] = [versions.raw, versions.guarded, versions.stepped].map(sidesOf);
  return {
    raw: traceProbe({ ...common, without: raw, with: stepped }),
    stepped: traceProbe({ ...common, without: guarded, with: stepped }),
  };
}

const holdsChance = ([low, high]: readonly [number, number]): boolean => low <= 0.5 && high >= 0.5;

describe.each([
  { side: 100, quality: 75, subsampling: '4:2:0' as const, guardHides: false },
  { side: 99, quality: 90, subsampling: '4:2:0' as const, guardHides: true },
  { side: 43, quality: 30, subsampling: '4:4:4' as const, guardHides: false },
  { side: 36, quality: 40, subsampling: '4:2:0' as const, guardHides: false },
])('JPEG noise of $side px, quality $quality, $subsampling', ({ guardHides, ...kind }) => {
  let found: Found;
  beforeAll(async () => {
    found = await probeFlip(kind);
  });

  it('shows a flip without guard and step, and not with both', () => {
    expect(found.raw.without.interval95[0]).toBeGreaterThan(0.6);
    expect(found.raw.with.interval95[0]).toBeLessThan(0.6);
    expect(found.raw.fileTrace).toBe(true);
    expect(found.raw.sentence).toContain('is seen in the file, not in the picture');
  });

  it(
    guardHides ? 'is hidden by the guard alone' : 'shows through the guard of 3 px, which is less than a block',
    () => {
      expect(holdsChance(found.stepped.without.interval95)).toBe(guardHides);
      expect(found.stepped.fileTrace).toBe(!guardHides);
      if (!guardHides) expect(found.stepped.sentence).toContain('cut to whole JPEG blocks and saved again');
    },
  );

  it('is hidden by the step', () => {
    expect(holdsChance(found.stepped.with.interval95)).toBe(true);
  });
});

describe.each([
  { side: 48, quality: 75, subsampling: '4:2:0' as const },
  { side: 52, quality: 75, subsampling: null },
])('noise of $side px where a flip leaves no trace ($subsampling)', (kind) => {
  it('reads chance with and without guard and step, and the difference covers 0', async () => {
    const { raw, stepped } = await probeFlip(kind);
    for (const { without, with: after, differenceInterval95, fileTrace } of [raw, stepped]) {
      expect(holdsChance(without.interval95), `without ${without.interval95}`).toBe(true);
      expect(holdsChance(after.interval95)).toBe(true);
      expect(differenceInterval95[0]).toBeLessThan(0);
      expect(differenceInterval95[1]).toBeGreaterThan(0);
      expect(fileTrace).toBe(false);
    }
  });
});
