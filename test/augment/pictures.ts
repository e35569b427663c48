import * as fc from 'fast-check';
import type { Image, Mask } from '../../src/augment/image';

/** The specification's test picture: (7x + 13y + 29k + 5·((x·y) mod 11)) mod 256 in channel k. */
export function pattern(height: number, width: number, channels: 1 | 3): Image {
  const data = new Uint8Array(height * width * channels);
  let i = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let k = 0; k < channels; k++) data[i++] = 7 * x + 13 * y + 29 * k + 5 * ((x * y) % 11);
    }
  }
  return { data, height, width, channels };
}

/** All 256 levels in one row. */
export const allLevels: Image = {
  data: Uint8Array.from({ length: 256 }, (_, level) => level),
  height: 1,
  width: 256,
  channels: 1,
};

/** Noise of any size from 1 × 1 on, gray and RGB. */
export function images({ maxSide = 40 } = {}): fc.Arbitrary<Image> {
  return fc
    .record({
      height: fc.integer({ min: 1, max: maxSide }),
      width: fc.integer({ min: 1, max: maxSide }),
      channels: fc.constantFrom(1 as const, 3 as const),
    })
    .chain(({ height, width, channels }) => {
      const length = height * width * channels;
      return fc
        .uint8Array({ minLength: length, maxLength: length })
        .map((data): Image => ({ data, height, width, channels }));
    });
}

/** Masks with few class ids, far apart, so that a mixture of two would be a third. */
export function masks({ maxSide = 40 } = {}): fc.Arbitrary<Mask> {
  return images({ maxSide }).map(({ data, height, width }) => ({
    data: data.slice(0, height * width).map((value) => [0, 7, 100, 255][value & 3]),
    height,
    width,
  }));
}
