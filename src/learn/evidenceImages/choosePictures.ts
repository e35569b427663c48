/** Pictures of each kind. */
const each = 4;

export interface ChosenPictures {
  /** The highest margins first. */
  readonly surest: readonly number[];
  /** The lowest margins first; only where the clean version looked more transformed than the transformed one. */
  readonly fooled: readonly number[];
}

/** The pictures whose two versions were told apart most surely, and those that were most surely taken for each other. */
export function choosePictures(margins: ArrayLike<number>): ChosenPictures {
  const ascending = Array.from(margins, (_, picture) => picture).sort((a, b) => margins[a] - margins[b]);
  return {
    surest: ascending
      .filter((picture) => margins[picture] > 0)
      .slice(-each)
      .reverse(),
    fooled: ascending.filter((picture) => margins[picture] < 0).slice(0, each),
  };
}
