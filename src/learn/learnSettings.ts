import type { Profile, RuleName } from '../protocol/vocabulary';

/** What fixes a run besides its data and its engine. */
export interface LearnSettings {
  readonly seed: number;
  readonly profile: Profile;
  /** Image presentations, or null when the time decides. */
  readonly presentations: number | null;
  /** Minutes for the whole run, or null when the presentations decide. */
  readonly minutes: number | null;
  /** Subset sizes are uniform on 0..maxSubset (4 in the authors' code, 5 in the paper's text). */
  readonly maxSubset: number;
  /** Whether each image draws its own subset (the authors' code) or a batch shares one (the paper's text). */
  readonly subsetPer: 'image' | 'batch';
  readonly rule: RuleName;
  /** The probe's AUROC that separates safe from shifting. */
  readonly threshold: number;
  readonly batchSize: number;
  readonly learningRate: number;
  /** Weight of the heads' mean cross-entropy against the task's; with the paper's 1 the heads learn about 8 times slower. */
  readonly headsWeight: number;
  /** Whether marks are planted to find out what the detector can see. */
  readonly controls: boolean;
  readonly threads: number;
}

/** The defaults that design and reference runs settled on. */
export const defaultSettings = {
  seed: 1,
  profile: 'modern',
  maxSubset: 4,
  subsetPer: 'image',
  rule: 'interval',
  threshold: 0.6,
  batchSize: 64,
  learningRate: 0.05,
  headsWeight: 8,
  controls: true,
} as const satisfies Partial<LearnSettings>;
