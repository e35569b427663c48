import { beginCall, kernels, placeTable, reserve, take } from '../wasm/kernelMemory';
import { lookupTable } from './lookup';

/** As Albumentations scales levels: by the rounded reciprocal of 255. */
const reciprocal = 1 / 255;
const logarithms = placeTable(Float64Array.from({ length: 256 }, (_, level) => Math.log(level * reciprocal)));

/**
 * The table trunc((level / 255)^exponent · 255) for 0..255. Powers are taken by a fast exponential; if one of them comes too close to an
 * integer to be sure of its floor, all are computed by Math.pow.
 */
export function gammaLevels(exponent: number): Uint8Array {
  beginCall();
  const address = reserve(256);
  if (kernels.gammaLevels(address, logarithms, exponent) !== 0) {
    return lookupTable((level) => (level * reciprocal) ** exponent * 255);
  }
  const table = take(address, 256);
  table[0] = 0;
  table[255] = 255;
  return table;
}
