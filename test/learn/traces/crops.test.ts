import { beforeAll, describe, expect, it } from 'vitest';
import type { Image } from '../../../src/augment/image';
import { resizeArea } from '../../../src/augment/kernels/resizeArea';
import { resizeLinear } from '../../../src/augment/kernels/resizeLinear';
import { createPool } from '../../../src/augment/pool';
import { takeStep } from '../../../src/data/feed/steps/step';
import { assignFolds } from '../../../src/judge/folds';
import { probeSide } from '../../../src/judge/probeSide';
import { coarseStatistics } from '../../../src/learn/statistics/coarse';
import { stepsFor } from '../../../src/learn/traces/stepsFor';
import { traceProbe } from '../../../src/learn/traces/traceProbe';
import type { TraceProbe } from '../../../src/protocol/closing';
import { createRandom, type Random } from '../../../src/random/random';

const side = 32;
const pictures = 300;
const step = stepsFor('zoom', null).find(({ kind }) => kind === 'blur')!;

/**
 * "Dead leaves": discs over one another with radii of density r⁻³, a texture that looks the same at any scale, as the camera
 * sees it: drawn at four times the size and shrunk. Framing and scale cannot tell a crop of it; only the enlargement's blur can.
 */
function deadLeaves(random: Random): Image {
  const big = 4 * side;
  const data = new Uint8Array(big * big).fill(128);
  const level = random.uniform(60, 190);
  const spread = random.uniform(15, 50);
  for (let leaf = 0; leaf < 500; leaf++) {
    const radius = Math.min(big, 2 / Math.sqrt(1 - random.next()));
    const disc = { cy: random.uniform(-radius, big + radius), cx: random.uniform(-radius, big + radius), radius };
    draw(data, big, disc, Math.min(255, Math.max(0, Math.round(random.normal(level, spread)))));
  }
  return resizeArea({ data, height: big, width: big, channels: 1 }, side, side);
}

interface Disc {
  readonly cy: number;
  readonly cx: number;
  readonly radius: number;
}

function draw(data: Uint8Array, size: number, { cy, cx, radius }: Disc, value: number): void {
  for (let y = Math.max(0, Math.ceil(cy - radius)); y < Math.min(size, cy + radius); y++) {
    const reach = Math.sqrt(Math.max(0, radius ** 2 - (y - cy) ** 2));
    for (let x = Math.max(0, Math.ceil(cx - reach)); x < Math.min(size, cx + reach); x++) data[y * size + x] = value;
  }
}

/** A bright ball of one size on a dark ground, itself blurred: a crop takes ground away and so shows by its mean, and not by blur. */
function framedBall(random: Random): Image {
  const cy = 15.5 + random.uniform(-1, 1);
  const cx = 15.5 + random.uniform(-1, 1);
  const data = Uint8Array.from({ length: side * side }, (_, i) => {
    const distance = Math.hypot(Math.floor(i / side) - cy, (i % side) - cx);
    return 50 + 150 * Math.exp(-((distance / 8) ** 2)) + random.uniform(-4, 4);
  });
  return { data, height: side, width: side, channels: 1 };
}

/** By the coarse statistics: what they tell of a transform with and without blur on both sides. */
async function probe(transform: string, make: (random: Random) => Image): Promise<TraceProbe> {
  const random = createRandom(3, transform, make.name);
  const [crop] = createPool({ names: [transform], profile: 'modern', size: side });
  const versions: number[][][] = [[], [], [], []];
  for (let i = 0; i < pictures; i++) {
    const clean = make(random);
    const cropped = resizeLinear(crop.apply(clean, crop.sample(random, clean)), side, side);
    const all = [clean, cropped, await takeStep(clean, step, random), await takeStep(cropped, step, random)];
    all.forEach((image, at) => versions[at].push([...coarseStatistics(image, random)]));
  }
  const folds = assignFolds(pictures, createRandom(1, 'folds'));
  const dimensions = versions[0][0].length;
  const origin = new Float64Array(dimensions);
  const [clean, transformed, steppedClean, steppedTransformed] = versions.map((rows) =>
    probeSide({ features: Float32Array.from(rows.flat()), dimensions, folds, origin }),
  );
  return traceProbe({
    transform,
    step,
    without: { clean, transformed },
    with: { clean: steppedClean, transformed: steppedTransformed },
    threshold: 0.6,
    zJudged: 1.96,
    ridge: 0.01,
  });
}

describe.each(['RandomCrop', 'CenterCrop', 'RandomSizedCrop'])('%s', (transform) => {
  let texture: TraceProbe;
  let framed: TraceProbe;
  beforeAll(async () => {
    texture = await probe(transform, deadLeaves);
    framed = await probe(transform, framedBall);
  });

  it('of a texture without a scale is blur: seen at 0.95 or more, and below the threshold with both sides blurred', () => {
    expect(texture.without.auroc).toBeGreaterThan(0.95);
    expect(texture.with.auroc).toBeLessThan(0.6);
    expect(texture.fileTrace).toBe(true);
    expect(texture.sentence).toContain(`Of what gives ${transform} away, most is the blur of its enlargement`);
  });

  it('of a framed ball is framing: seen as well with both sides blurred', () => {
    expect(framed.with.interval95[0]).toBeGreaterThan(0.9);
    expect(framed.fileTrace).toBe(false);
    expect(framed.sentence).toContain(`Of what gives ${transform} away, most is framing and scale`);
  });
});
