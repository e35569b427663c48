import type { Count, Interval, Share } from './vocabulary';

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

/** How often a head fires where its transform was not applied. */
export interface FalsePositives {
  /** Clean pictures on which it fires. */
  readonly falsePositives: Count;
  /** Clean pictures. */
  readonly n: Count;
  /** falsePositives / n. */
  readonly rate: Share;
  /** Wilson score interval of `rate`. */
  readonly interval95: Interval;
}

export interface AugmentedAccuracy {
  /** Share of augmented images on which "was t applied?" is answered rightly at logit 0. */
  readonly accuracy: Share;
  /** Share found among the images to which t was applied. */
  readonly recall: Share;
  /** (TP − FP)/√(TP + FP), scaled to 4,000 augmented draws; the paper rule's reading of "relatively low accuracy" is z ≤ 2. */
  readonly z: number;
  /** Augmented pictures. */
  readonly n: Count;
  /** Wilson score interval of `accuracy`. */
  readonly interval95: Interval;
  /** What always answering "not applied" would score, 1 − the label's prevalence in these images. */
  readonly trivialAccuracy: Share;
  /** Wilson score interval of `recall`. */
  readonly recallInterval95: Interval;
}

/** An area under the ROC curve: the share of (clean, transformed) pairs that are told apart; 0.5 is chance. */
export interface Auroc {
  /** The estimate. */
  readonly auroc: Share;
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
  readonly n: Count;
  /** Share of the pictures that the transform changed at all; 0 = no effect on this data. */
  readonly changed: Share;
}

export interface LabelEvidence {
  /** Of the pictures whose clean version the task head recognises: share still recognised when transformed. */
  readonly agreement: Share;
  /** Wilson score interval of `agreement`. */
  readonly interval95: Interval;
  /** Pictures whose clean version is recognised. */
  readonly n: Count;
  /** Task accuracy on the clean pictures. */
  readonly clean: Share;
  /** Task accuracy on the transformed pictures. */
  readonly transformed: Share;
  /**
   * clean − transformed, with a paired interval: "harder by x points".
   * @minimum -1
   * @maximum 1
   */
  readonly drop: number;
  /** Paired interval of `drop`. */
  readonly dropInterval95: Interval;
  /** Where the labels of a class break, by class and outcome. */
  readonly perClass: readonly ClassLabelEvidence[];
}

export interface ClassLabelEvidence {
  /** Index into the data set's classes. */
  readonly class: Count;
  /** The discrete outcome of the transform it was measured on ("90°", "180°" …); null when the transform has none. */
  readonly outcome: string | null;
  /** Held-out pictures of the class (and outcome). */
  readonly of: Count;
  /** Of those, how many are recognised clean. */
  readonly n: Count;
  /** Of the recognised, how many the task head puts into another class when transformed. */
  readonly changed: Count;
  /** Wilson interval of changed/n, corrected over classes, outcomes and transforms. */
  readonly intervalJudged: Interval;
  /** The class most of the changed ones became (index), and how many; null when none changed. */
  readonly became: { readonly class: Count; readonly count: Count } | null;
  /** Mean probability of the winning class on the clean pictures. */
  readonly confidenceClean: Share;
  /** The same on the pictures that changed class; null when none did. */
  readonly confidenceChanged: Share | null;
}
