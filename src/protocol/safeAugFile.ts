import type { BudgetName, Count, Profile, RuleName, Share, Verdict } from './vocabulary';

/**
 * What `safe-aug.json` holds: what a project keeps of a run, small enough to review and to commit. Derived from a `Result`
 * alone and free of times, so the same result always gives the same bytes. Schema: schemas/safe-aug.schema.json.
 */
export interface SafeAugFile {
  /** For editors that do not know the file by its name. Never written: an editor would fetch it from the network. */
  readonly $schema?: string;
  /** Of this file's format. */
  readonly version: 1;
  /** The program that judged. */
  readonly safeAugVersion: string;
  /** What it was judged on. */
  readonly dataset: SafeAugDataset;
  /** Working side in pixels: "judged at judgedSize × judgedSize". */
  readonly judgedSize: Count;
  /** The named budget, or null for a time. */
  readonly budget: BudgetName | null;
  /** Image presentations that the verdicts rest on. */
  readonly presentations: Count;
  /** False when the run was stopped early: measured, but less than planned. */
  readonly complete: boolean;
  readonly seed: Count;
  readonly profile: Profile;
  readonly rule: RuleName;
  /** The probe's AUROC that separates safe from shifting. */
  readonly threshold: Share;
  /** Engine and its version, "onnx 1.30.0": same seed, same engine, same bytes. */
  readonly engine: string;
  /** By transform name, in the pool's order. */
  readonly verdicts: Readonly<Record<string, SafeAugVerdict>>;
  /** The transforms to use, with the strengths they were judged at; empty when none is safe. */
  readonly safeSet: readonly SafeAugTransform[];
  /** How to use the safe set: a subset of this size, each transform with probability p. */
  readonly use: { readonly subsetSize: Count; readonly p: Share };
  /** One sentence for people; says why when the safe set is empty. */
  readonly recommendedUse: string;
  /** Sentences to read before use, such as transforms of the safe set that depend on the picture's size. */
  readonly warnings: readonly string[];
  /** Folder of the run, relative to this file with forward slashes; null leaves the link out. With the paths, all that differs between runs. */
  readonly run: string | null;
}

export interface SafeAugDataset {
  /** Last part of the path. */
  readonly name: string;
  /** Relative to this file with forward slashes, so that it means the same on every machine. */
  readonly path: string;
  /** `Fingerprint.hash` of the images that were judged. */
  readonly fingerprint: string;
  readonly images: Count;
  /** Number of classes; 0 without labels. */
  readonly classes: Count;
}

export interface SafeAugVerdict {
  readonly verdict: Verdict;
  /** One line: the number that decided, its interval and what it was held against. */
  readonly evidence: string;
  /** Names of the classes whose labels it breaks; leave their pictures out and `otherClasses` holds. */
  readonly exceptClasses: readonly string[];
  /** What the verdict would be for all other classes; null where it breaks none, or all. */
  readonly otherClasses: Verdict | null;
}

export interface SafeAugTransform {
  /** As in Albumentations. */
  readonly name: string;
  /** As `TransformResult.params`. */
  readonly params: Readonly<Record<string, number | readonly number[]>>;
}
