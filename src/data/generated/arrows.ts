import type { Image } from '../../augment/image';
import type { Random } from '../../random/random';

/** The two classes of the toy set, in the order of their indices. */
export const arrowClasses = ['left', 'right'] as const;

const subsamples = 3;

/**
 * A picture of an arrow that points left or right: size × size RGB, place, length, thickness and both colours free.
 * Every left arrow is the mirror image of an equally likely right one, so HorizontalFlip is invisible in the pictures and
 * turns every label into the other one; VerticalFlip changes neither.
 */
export function drawArrow(random: Random, direction: (typeof arrowClasses)[number], size: number): Image {
  const background = [random.uniform(20, 235), random.uniform(20, 235), random.uniform(20, 235)];
  const dark = background[0] + background[1] + background[2] > 382;
  const colour = background.map(() => (dark ? random.uniform(0, 60) : random.uniform(195, 255)));
  const length = random.uniform(0.5, 0.75) * size;
  const headLength = random.uniform(0.35, 0.5) * length;
  const headWidth = random.uniform(0.3, 0.5) * size;
  const shaftWidth = random.uniform(0.25, 0.45) * headWidth;
  const tipX = size / 2 + length / 2 + random.uniform(-0.1, 0.1) * size;
  const middleY = size / 2 + random.uniform(-0.15, 0.15) * size;

  /** Whether the right-pointing arrow covers this point. */
  const covers = (x: number, y: number): boolean => {
    const back = tipX - x;
    const aside = Math.abs(y - middleY);
    if (back < 0 || back > length) return false;
    return back <= headLength ? aside <= ((headWidth / 2) * back) / headLength : aside <= shaftWidth / 2;
  };
  const data = new Uint8Array(size * size * 3);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const column = direction === 'right' ? x : size - 1 - x;
      const share = coverage(covers, column, y);
      for (let c = 0; c < 3; c++) {
        const value = background[c] + share * (colour[c] - background[c]) + random.normal(0, 4);
        data[(y * size + x) * 3 + c] = Math.min(255, Math.max(0, Math.round(value)));
      }
    }
  }
  return { data, height: size, width: size, channels: 3 };
}

function coverage(covers: (x: number, y: number) => boolean, column: number, row: number): number {
  let hits = 0;
  for (let i = 0; i < subsamples; i++) {
    for (let j = 0; j < subsamples; j++) {
      if (covers(column + (i + 0.5) / subsamples, row + (j + 0.5) / subsamples)) hits++;
    }
  }
  return hits / (subsamples * subsamples);
}
