import { hashWords } from './hash';
import { sfc32 } from './sfc32';

/** A seeded source of randomness. Everything random in the product goes through one of these; nothing calls Math.random. */
export interface Random {
  /** A double in [0, 1) with 53 random bits. */
  next(): number;
  /** A double in [low, high). */
  uniform(low: number, high: number): number;
  /** An integer in low..high, both ends included. */
  integer(low: number, high: number): number;
  /** A draw from the normal distribution. */
  normal(mean: number, standardDeviation: number): number;
  /** Shuffles in place (Fisher–Yates) and returns the same array. */
  shuffle<T>(values: T[]): T[];
}

/**
 * A generator whose stream is named by `seed` and any number of labels, so that "the 4,711th training image of seed 1"
 * has the same draws in whichever thread and order it is made: nothing about randomness needs saving in a checkpoint.
 * The generator is sfc32 (C. Doty-Humphrey's PractRand), its 128 bits of state taken from a hash of the name.
 */
export function createRandom(seed: number, ...labels: (string | number)[]): Random {
  const fill = sfc32(hashWords([seed, ...labels]));
  const words = new Int32Array(16);
  fill(words);
  // The generator's first twelve words still show its state.
  let position = 12;
  const nextWord = (): number => {
    if (position === words.length) {
      fill(words);
      position = 0;
    }
    return words[position++] >>> 0;
  };

  let spare: number | undefined;
  const next = (): number => (nextWord() * 2097152 + (nextWord() >>> 11)) / 9007199254740992;
  const standardNormal = (): number => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    // Box–Muller; 1 − u keeps the logarithm finite.
    const radius = Math.sqrt(-2 * Math.log(1 - next()));
    const angle = 2 * Math.PI * next();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    uniform: (low, high) => low + (high - low) * next(),
    integer,
    normal: (mean, standardDeviation) => mean + standardDeviation * standardNormal(),
    shuffle: (values) => {
      for (let i = values.length - 1; i > 0; i--) {
        const j = integer(0, i);
        [values[i], values[j]] = [values[j], values[i]];
      }
      return values;
    },
  };
}
