import type { Verdict } from '../../src/protocol/vocabulary';

/** What is kept of one finished run: one line of the results file. */
export interface RunRow extends RunKey {
  /** Commit of the working tree, for people; `program` is what counts. */
  readonly commit: string;
  readonly threshold: number;
  /** Pictures held out for judging. */
  readonly judging: number;
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
}

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
  return a.program === b.program && a.budget === b.budget && a.set === b.set && a.seed === b.seed;
}
