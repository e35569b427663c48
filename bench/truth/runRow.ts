import type { Verdict } from '../../src/protocol/vocabulary';

/** What is kept of one finished run: one line of the results file. */
export interface RunRow extends RunKey {
  /**
   * HEAD of the working tree when the bench began, for people to find their way. The build may be of an older commit, and the tree may have
   * held changes: what was run is named by `program` alone.
   */
  readonly commit: string;
  readonly threshold: number;
  /** Pictures held out for judging. */
  readonly judging: number;
  /** On the clock, so with whatever time the machine was suspended for. */
  readonly seconds: number;
  readonly trainingSeconds: number;
  readonly measuringSeconds: number;
  readonly transforms: readonly TransformRow[];
}

/** What makes a run the same run. */
export interface RunKey {
  /** Of the program's bundles. */
  readonly program: string;
  readonly budget: string;
  readonly set: string;
  readonly seed: number;
  /** Of a drawn set, in all; rows without it have `usualImages`. Sets of real pictures come with their number and never have it. */
  readonly images?: number;
}

/** Images of a drawn set where nothing else is asked for. */
export const usualImages = 6000;

export interface TransformRow {
  readonly name: string;
  readonly verdict: Verdict;
  readonly reasonCode: string;
  readonly auroc: number;
  readonly intervalJudged: readonly [number, number];
  /** What is named as broken, where it is harmful; rows of before it was kept don't have it. */
  readonly broken?: readonly BrokenRow[];
}

/** A class (index) whose pictures are taken for another one. */
export interface BrokenRow {
  readonly from: number;
  readonly to: number;
  /** Of the transform, as it names it; null without outcomes. */
  readonly outcome: string | null;
}

export function sameRun(a: RunKey, b: RunKey): boolean {
  const sameSetting = a.program === b.program && a.budget === b.budget && a.set === b.set;
  return sameSetting && a.seed === b.seed && imagesOf(a) === imagesOf(b);
}

export function imagesOf({ images = usualImages }: RunKey): number {
  return images;
}
