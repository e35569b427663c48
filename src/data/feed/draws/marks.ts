import type { Image } from '../../../augment/image';
import type { Random } from '../../../random/random';

/** What is planted on one picture of the controls. */
export interface Marks {
  /** Amplitude of the pattern in gray levels; 0 = none. */
  readonly pattern: number;
  /** Amplitude of the glyph in gray levels; 0 = none. */
  readonly glyph: number;
  readonly mirrored: boolean;
}

/** The labels that marks are learned by, in the order of a batch's columns. */
export const markLabels = ['pattern', 'mirrored'] as const;

/** Strengths are drawn evenly on a log scale from the faintest to the strongest rung, so that each of them is practised alike. */
export interface MarkRanges {
  readonly pattern: readonly [faintest: number, strongest: number];
  readonly glyph: readonly [faintest: number, strongest: number];
}

/** Marks to learn from: the pattern on half of the pictures, the glyph on all, mirrored or not; with the labels. */
export function sampleMarks(random: Random, ranges: MarkRanges): { readonly marks: Marks; readonly labels: number[] } {
  const hasPattern = random.next() < 0.5;
  const mirrored = random.next() < 0.5;
  const strength = ([faintest, strongest]: readonly [number, number]): number =>
    faintest * (strongest / faintest) ** random.next();
  const marks = { pattern: hasPattern ? strength(ranges.pattern) : 0, glyph: strength(ranges.glyph), mirrored };
  return { marks, labels: [hasPattern, mirrored].map(Number) };
}

/** The picture with the marks; the picture itself where there are none. `random` draws where the glyph stands. */
export function plantMarks(image: Image, { pattern, glyph, mirrored }: Marks, random: Random): Image {
  if (pattern === 0 && glyph === 0) return image;
  const levels = Float32Array.from(image.data);
  if (pattern > 0) addPattern(levels, image, pattern);
  if (glyph > 0) addGlyph(levels, image, glyph, mirrored, random);
  return { ...image, data: Uint8Array.from(levels, (level) => Math.min(255, Math.max(0, Math.round(level)))) };
}

/** Crests of the pattern along a side. */
const wavesAcross = 4;
/** Cells of the glyph's grid along a side: at 32 pixels a cell has 3, and the glyph covers 15 × 15. */
const cellsAcross = 32 / 3;

/** Diagonal waves of one phase, equal in all channels: their mean is 0. */
function addPattern(levels: Float32Array, { height, width, channels }: Image, amplitude: number): void {
  const radians = (2 * Math.PI * wavesAcross) / Math.min(height, width);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const added = amplitude * Math.cos(radians * (x + y));
      for (let c = 0; c < channels; c++) levels[i++] += added;
    }
  }
}

/** A slanting stroke with a hook: mirrored it slants the other way. */
const glyphRows = ['###..', '.##..', '..##.', '...##', '....#'];

/** Lighter than what it stands on where that is dark, darker where it is light, so that it is never clipped away. */
function addGlyph(
  levels: Float32Array,
  { height, width, channels }: Image,
  amplitude: number,
  mirrored: boolean,
  random: Random,
): void {
  const cell = Math.max(1, Math.round(Math.min(height, width) / cellsAcross));
  const side = cell * glyphRows.length;
  const top = random.integer(0, height - side);
  const left = random.integer(0, width - side);
  const covered: number[] = [];
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const column = Math.floor((mirrored ? side - 1 - x : x) / cell);
      if (glyphRows[Math.floor(y / cell)][column] !== '#') continue;
      const at = ((top + y) * width + left + x) * channels;
      for (let c = 0; c < channels; c++) covered.push(at + c);
    }
  }
  const mean = covered.reduce((sum, at) => sum + levels[at], 0) / covered.length;
  const added = mean < 128 ? amplitude : -amplitude;
  for (const at of covered) levels[at] += added;
}
