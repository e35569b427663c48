import type { Image } from '../../augment/image';

/** Patches per side. Each is one more picture for the network: both versions of a picture, patch by patch, are 98. */
export const perSide = 7;
/** Standard deviation of a patch, as a share of the picture's side: neighbouring patches overlap. */
const deviation = 0.12;

/**
 * The picture, once for each patch of a grid of 7 × 7 by rows, with the patch in this colour (one level per channel) laid over it:
 * opaque at its centre and softly ending as a Gaussian, so that no edge of it could be mistaken for content.
 */
export function* occlusions(image: Image, colour: readonly number[]): Generator<Uint8Array> {
  const { data, height, width, channels } = image;
  const rows = profiles(height);
  const columns = profiles(width);
  for (const down of rows) {
    for (const across of columns) {
      const output = new Uint8Array(data.length);
      for (let y = 0, i = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const cover = down[y] * across[x];
          for (let c = 0; c < channels; c++, i++) output[i] = Math.round(data[i] + cover * (colour[c] - data[i]));
        }
      }
      yield output;
    }
  }
}

/**
 * What each point contributes to a score, size × size: the mean fall of the score over all patches, each weighted by how much of
 * the point it covers (M. D. Zeiler & R. Fergus, ECCV 2014, section 4.2). `falls`: by patch, the score of the whole
 * picture less that with the patch.
 */
export function occlusionMap(falls: ArrayLike<number>, size: number): Float32Array {
  const places = profiles(size);
  const total = Float64Array.from({ length: size }, (_, at) => places.reduce((sum, place) => sum + place[at], 0));
  const map = new Float32Array(size * size);
  for (let row = 0; row < perSide; row++) {
    for (let column = 0; column < perSide; column++) {
      const fall = falls[row * perSide + column];
      for (let y = 0; y < size; y++) {
        const share = (fall * places[row][y]) / total[y];
        for (let x = 0; x < size; x++) map[y * size + x] += (share * places[column][x]) / total[x];
      }
    }
  }
  return map;
}

/** For each of the patches along a side how much it covers at every one of `size` pixels: 1 at its centre. */
function profiles(size: number): Float64Array[] {
  return Array.from({ length: perSide }, (_, place) => {
    const centre = (place + 0.5) / perSide;
    return Float64Array.from({ length: size }, (_, pixel) => {
      const distance = ((pixel + 0.5) / size - centre) / deviation;
      return Math.exp((-distance * distance) / 2);
    });
  });
}
