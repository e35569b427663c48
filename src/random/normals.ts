import { hashWords } from './hash';
import { sfc32 } from './sfc32';

/**
 * Fills `target` with independent standard normal draws; the same seed gives the same values. Much faster than Random.normal for
 * whole fields of noise. Ziggurat method of Marsaglia and Tsang (2000) with 128 layers, in the form of Doornik (2005) in which the bits
 * that choose the layer take no part in the value.
 */
export function fillNormals(target: Float32Array, seed: number): void {
  const fill = sfc32(hashWords(['normals', seed]));
  const words = new Int32Array(Math.min(target.length + 16, 1024));
  let position = words.length;
  const nextWord = (): number => {
    if (position === words.length) {
      fill(words);
      position = 0;
    }
    return words[position++];
  };
  const uniform = (): number => ((nextWord() >>> 0) + 0.5) / 2 ** 32;

  for (let i = 0; i < target.length; i++) {
    const word = nextWord();
    const layer = word & (layers - 1);
    const signed = (word >> 7) + 0.5;
    target[i] =
      Math.abs(signed) < innerLimit[layer]
        ? signed * unit[layer]
        : outside(layer, signed * unit[layer], nextWord, uniform);
  }
}

const layers = 128;
/** Where the tail begins, and the area of each layer, under exp(−x²/2). */
const tailStart = 3.442619855899;
const layerArea = 9.91256303526217e-3;

/** Layer i reaches to edges[i]; the lowest is as wide as a box that holds the tail too. */
const edges = new Float64Array(layers + 1);
/** A value is its signed 25-bit number (less a half, in −2^24..2^24) times unit[layer]. */
const unit = new Float64Array(layers);
/** Numbers below this lie under the curve whatever their height in the layer. */
const innerLimit = new Float64Array(layers);

function density(x: number): number {
  return Math.exp(-0.5 * x * x);
}

edges[0] = layerArea / density(tailStart);
edges[1] = tailStart;
for (let i = 1; i < layers - 1; i++) {
  edges[i + 1] = Math.sqrt(-2 * Math.log(layerArea / edges[i] + density(edges[i])));
}
for (let i = 0; i < layers; i++) {
  unit[i] = edges[i] / 2 ** 24;
  innerLimit[i] = (edges[i + 1] / edges[i]) * 2 ** 24;
}

/** About one draw in eighty: decides by the exact density whether `value` may stay, else draws anew. */
function outside(layer: number, value: number, nextWord: () => number, uniform: () => number): number {
  for (;;) {
    if (layer === 0) return Math.sign(value) * tail(uniform);
    const low = density(edges[layer]);
    const high = density(edges[layer + 1]);
    if (low + uniform() * (high - low) < density(value)) return value;
    const word = nextWord();
    layer = word & (layers - 1);
    const signed = (word >> 7) + 0.5;
    value = signed * unit[layer];
    if (Math.abs(signed) < innerLimit[layer]) return value;
  }
}

/** A normal draw beyond tailStart (Marsaglia, 1964). */
function tail(uniform: () => number): number {
  for (;;) {
    const x = -Math.log(uniform()) / tailStart;
    const y = -Math.log(uniform());
    if (2 * y > x * x) return tailStart + x;
  }
}
