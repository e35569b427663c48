import type { Verdict } from '../../src/protocol/vocabulary';

export type KnownVerdict = Exclude<Verdict, 'undecided'>;

/** What is known of one transform on one set, and why. */
export interface Truth {
  /** Any of these verdicts is right. Two only where a set of real pictures leaves it open. */
  readonly is: readonly KnownVerdict[];
  readonly because: string;
  /** For `harmful` on sets that are drawn: everything that breaks. Who names anything else as broken is wrong. */
  readonly breaks?: readonly Break[];
  /** Of these the drawing does not say whether they break: naming them is neither right nor wrong. */
  readonly open?: readonly Break[];
}

/** One class (index) whose pictures become those of another. */
export interface Break {
  readonly from: number;
  readonly to: number;
  /** As the transform names it ("180°"); null for a transform without outcomes. */
  readonly outcome: string | null;
}

export function safe(because: string): Truth {
  return { is: ['safe'], because };
}

export function shifting(because: string): Truth {
  return { is: ['shifting'], because };
}

/** `breaks`: all of them; `open`: what may break besides. */
export function harmful(because: string, breaks: readonly Break[], open: readonly Break[] = []): Truth {
  return { is: ['harmful'], because, breaks, open };
}

/** Of two classes (indices) each becomes the other, by every one of these outcomes. */
export function swapped(a: number, b: number, outcomes: readonly (string | null)[] = [null]): Break[] {
  return outcomes.flatMap((outcome) => [
    { from: a, to: b, outcome },
    { from: b, to: a, outcome },
  ]);
}

/** The same for several transforms. */
export function each(names: readonly string[], truth: Truth): Record<string, Truth> {
  return Object.fromEntries(names.map((name) => [name, truth]));
}

export const orientations = ['HorizontalFlip', 'VerticalFlip', 'RandomRotate90', 'Transpose'] as const;
export const interpolating = ['ShiftScaleRotate', 'RandomCrop', 'CenterCrop', 'RandomSizedCrop'] as const;

export const isotropic = each(
  orientations,
  safe('Every picture is drawn in any of its eight orientations with equal chance, whatever its class.'),
);

export const gray = { ToGray: safe('The pictures have one gray channel, so it changes nothing.') };

/** For sets whose camera adds independent noise of a strength that is always the same, to edges that are sharp. */
export const knownNoise = {
  ...each(
    interpolating,
    shifting('Interpolating between pixels smooths the noise, whose strength is always the same.'),
  ),
  Blur: shifting('Averaging nine pixels removes two thirds of the noise, whose strength is always the same.'),
};
