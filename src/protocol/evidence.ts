import type { Interval } from './vocabulary';

/** Everything measured about one transform at one evaluation. All intervals are 95 %. */
export interface Evidence {
  /** The paper's step 2: how often the head fires (logit > 0) on clean held-out images. Null before a network was trained. */
  readonly clean: FalsePositives | null;
  /** The paper's step 3: the head on held-out images under random subsets. Null before a network was trained. */
  readonly augmented: AugmentedAccuracy | null;
  /** The same held-out images, clean against with only this transform applied: no prevalence and no siblings in it. */
  readonly alone: AloneEvidence;
  /** The task head on the clean and the transformed image of the same picture; null without labels or before a network was trained. */
  readonly labels: LabelEvidence | null;
}

export interface FalsePositives {
  readonly falsePositives: number;
  readonly n: number;
  readonly rate: number;
  /** Wilson score interval of `rate`. */
  readonly interval95: Interval;
}

export interface AugmentedAccuracy {
  /** Share of augmented images on which "was t applied?" is answered rightly at logit 0. */
  readonly accuracy: number;
  /** Share found among the images to which t was applied. */
  readonly recall: number;
  /** (TP − FP)/√(TP + FP), scaled to 4,000 augmented draws; the paper rule's reading of "relatively low accuracy" is z ≤ 2. */
  readonly z: number;
  readonly n: number;
  /** Wilson score interval of `accuracy`. */
  readonly interval95: Interval;
  /** What always answering "not applied" would score, 1 − the label's prevalence in these images. */
  readonly trivialAccuracy: number;
  readonly recallInterval95: Interval;
}

/** An area under the ROC curve: the share of (clean, transformed) pairs that are told apart; 0.5 is chance. */
export interface Auroc {
  readonly auroc: number;
  /** Pointwise: this transform, this look. */
  readonly interval95: Interval;
  /** Joint over the pool and the planned looks; verdicts and drawn bars use it. */
  readonly intervalJudged: Interval;
}

export interface AloneEvidence {
  /** The label's own logit. Null before a network was trained (the screening stage). */
  readonly head: Auroc | null;
  /** Cross-fitted ridge LDA on the network's pooled features. Null before a network was trained. */
  readonly network: Auroc | null;
  /** The same on coarse image statistics alone; needs no network. */
  readonly statistics: Auroc;
  /** The same on features and statistics together; verdicts are judged by it. Equals `statistics` before a network was trained. */
  readonly probe: Auroc;
  /** Pictures on each side. */
  readonly n: number;
  /** Share of the pictures that the transform changed at all; 0 = no effect on this data. */
  readonly changed: number;
}

export interface LabelEvidence {
  /** Of the pictures whose clean version the task head recognises: share still recognised when transformed. */
  readonly agreement: number;
  /** Wilson score interval of `agreement`. */
  readonly interval95: Interval;
  /** Pictures whose clean version is recognised. */
  readonly n: number;
  /** Task accuracy on the clean pictures. */
  readonly clean: number;
  /** Task accuracy on the transformed pictures. */
  readonly transformed: number;
  /** clean − transformed, with a paired interval: "harder by x points". */
  readonly drop: number;
  readonly dropInterval95: Interval;
  readonly perClass: readonly ClassLabelEvidence[];
}

export interface ClassLabelEvidence {
  /** Index into the data set's classes. */
  readonly class: number;
  /** The discrete outcome of the transform it was measured on ("90°", "180°" …); null when the transform has none. */
  readonly outcome: string | null;
  /** Held-out pictures of the class that are recognised clean. */
  readonly n: number;
  /** Of those, how many the task head puts into another class when transformed. */
  readonly changed: number;
  /** Wilson interval of changed/n, corrected over classes, outcomes and transforms. */
  readonly intervalJudged: Interval;
  /** The class most of the changed ones became (index), and how many; null when none changed. */
  readonly became: { readonly class: number; readonly count: number } | null;
  /** Mean probability of the winning class on the clean pictures, and on those that changed (null when none did). */
  readonly confidenceClean: number;
  readonly confidenceChanged: number | null;
}
