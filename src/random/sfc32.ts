/**
 * The generator sfc32 (C. Doty-Humphrey, PractRand) from 128 bits of state: a function that fills an array with its next 32-bit words.
 * Filling many at once keeps the state in registers; the words are the same however the calls are cut.
 */
export function sfc32([a, b, c, d]: readonly [number, number, number, number]): (words: Int32Array) => void {
  return (words) => {
    let [p, q, r, counter] = [a, b, c, d];
    for (let i = 0; i < words.length; i++) {
      const word = (((p + q) | 0) + counter) | 0;
      counter = (counter + 1) | 0;
      p = q ^ (q >>> 9);
      q = (r + (r << 3)) | 0;
      r = (((r << 21) | (r >>> 11)) + word) | 0;
      words[i] = word;
    }
    [a, b, c, d] = [p, q, r, counter];
  };
}
