import type { CompiledNetwork } from '../../../src/learn/compiledNetwork';
import type { ControlSets } from '../../../src/learn/controls/controlSets';
import type { JudgingSet } from '../../../src/learn/judgingSets';
import type { Random } from '../../../src/random/random';

export interface CoinShape {
  /** Pictures a side. */
  readonly n: number;
  /** Features that the network gives, and coarse statistics. */
  readonly features: number;
  readonly statistics: number;
  /** Correlation of the two draws of a picture in every number. */
  readonly pairing: number;
}

/** A network whose pixels are its features, four bytes each: what it is shown is what it says. */
export function transparentNetwork(features: number): CompiledNetwork {
  const run = ({ pixels }: { pixels: Uint8Array }) => {
    const values = new Float32Array(pixels.buffer);
    return Promise.resolve({
      features: values,
      headLogits: new Float32Array(values.length / features),
      taskLogits: new Float32Array(),
    });
  };
  const network = { options: { classes: 0, transforms: 1 }, featureCount: features };
  return { network, infer: { run } } as unknown as CompiledNetwork;
}

/** Heads and tails: two draws of the same pictures, of normal numbers, that nothing but chance tells apart. No rungs. */
export function coinSets(random: Random, shape: CoinShape): ControlSets {
  const { n, features, statistics, pairing } = shape;
  const normals = (length: number): Float32Array => Float32Array.from({ length }, () => random.normal(0, 1));
  const again = (values: Float32Array): Float32Array => {
    const own = Math.sqrt(1 - pairing ** 2);
    return values.map((value) => pairing * value + own * random.normal(0, 1));
  };
  const seen = normals(n * features);
  const described = normals(n * statistics);
  const heads = setOf(n, seen, described);
  return { appearance: [], orientation: [], coin: [heads, setOf(n, again(seen), again(described))] };
}

function setOf(n: number, features: Float32Array, statistics: Float32Array): JudgingSet {
  const kept = [{ pixels: new Uint8Array(features.buffer) }];
  const set = { n, requests: [{ items: new Int32Array(n) }], kept, statistics, changedShare: 1 };
  return set as unknown as JudgingSet;
}
