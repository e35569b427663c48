/** The data set that a run was learned on. */
export interface NeededDataset {
  /** Usable images. */
  readonly images: number;
  /** Images of the folder that a sample left out. */
  readonly notSampled: number;
  /** Of these images, held out for judging. */
  readonly judging: number;
  readonly classes: readonly string[];
}

/** Whether more images would help, and how many. */
export interface NeededImages {
  /** Null where their number is not what is missing. */
  readonly images: number | null;
  readonly sentence: string;
}

export const unknownImages: NeededImages = {
  images: null,
  sentence: 'Neither more images nor a longer run would surely settle it.',
};

/** Rounded up to two digits, and to at least 10: more would pretend to know. */
export function moreImages(images: number): number {
  const digits = 10 ** Math.max(1, Math.floor(Math.log10(Math.max(1, images))) - 1);
  return Math.max(1, Math.ceil(images / digits - 1e-9)) * digits;
}
