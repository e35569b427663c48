import type { Auroc, LabelEvidence } from './evidence';
import type { Count, Family, Interval, Share, Verdict } from './vocabulary';
import type { ReasonCode } from './result';

/** What is looked at once, after the last evaluation. A part is null when it was not measured (stopped early, switched off, not needed). */
export interface Closing {
  /** Confusion of the heads, and the families as wholes. */
  readonly families: Families | null;
  /** What is exported two at a time. */
  readonly pairs: Pairs | null;
  /** The recommended use. */
  readonly use: UseEvidence | null;
  /** One entry per transform with a strength, in the pool's order. */
  readonly magnitudes: readonly Magnitude[] | null;
  /** In the pool's order. */
  readonly images: readonly EvidenceImages[] | null;
  /** Dedicated probes for what lies in the files. */
  readonly traces: readonly TraceProbe[] | null;
}

/** Before any closing look. */
export const noClosing: Closing = {
  families: null,
  pairs: null,
  use: null,
  magnitudes: null,
  images: null,
  traces: null,
};

/** Which transforms explain each other away. */
export interface Families {
  /**
   * How often each head fires when only one transform was applied: `fires[s][t]`, s the head and t the applied transform, both in
   * the pool's order.
   */
  readonly fires: readonly (readonly Share[])[];
  /** Pictures behind each entry of `fires`. */
  readonly n: Count;
  /** One per family that the pool has an effective transform of: clean against a random one of its transforms. */
  readonly families: readonly {
    readonly family: Family;
    readonly auroc: Auroc;
    /** Pictures on each side. */
    readonly n: Count;
  }[];
  /** Where the two rules disagree, and who explains it. */
  readonly explanations: readonly Explanation[];
}

export interface Explanation {
  /** The transform whose two verdicts differ. */
  readonly transform: string;
  /** The sibling whose head fires most on it; null when no head does so more than on clean pictures. */
  readonly sibling: string | null;
  /**
   * Why the rules differ: a sibling's head fires in place of its own; heads are rarely sure, so that none fires though it can be told;
   * the paper's rule does not look at labels; or its head is right within subsets on what cannot be told alone.
   */
  readonly reason: 'sibling' | 'rarely-sure' | 'labels' | 'within-subsets';
  /** A sentence for people. */
  readonly sentence: string;
}

/** A transform that is not safe as it was judged and is used in a smaller range, in which it is. */
export interface MilderMember {
  /** As in Albumentations. */
  readonly transform: string;
  /** The largest strength that is drawn: one of its steps in `magnitudes`. */
  readonly value: number;
}

/** The transforms that an export would hold two at a time, in both orders: the safe ones, and those that are in a smaller range. */
export interface Pairs {
  /** All ordered pairs that were measured. */
  readonly pairs: readonly PairEvidence[];
  /** Members that are drawn in a smaller range than they were judged with. */
  readonly milder: readonly MilderMember[];
  /** The fewest transforms that must leave so that no pair is unsafe; what is safe as judged goes before what is in a smaller range. */
  readonly removed: readonly string[];
}

export interface PairEvidence {
  /** Applied in this order. */
  readonly transforms: readonly [first: string, second: string];
  readonly verdict: Verdict;
  /** What decided, as a code for programs. */
  readonly reasonCode: ReasonCode;
  /** What decided, as a sentence for people. */
  readonly reason: string;
  /** Clean against transformed, by the cross-fitted probe. */
  readonly probe: Auroc;
  /** The task head on both; null without labels. */
  readonly labels: LabelEvidence | null;
  /** Pictures on each side. */
  readonly n: Count;
}

/** The recommended use itself, as it will be used: random subsets, each transform with its probability. */
export interface UseEvidence {
  /** The safe set and what joins it in a smaller range, without what unsafe pairs removed: what is exported. */
  readonly transforms: readonly string[];
  /** Those of them that are drawn in a smaller range than they were judged with. */
  readonly milder: readonly MilderMember[];
  /** Transforms that are drawn for each picture. */
  readonly subsetSize: Count;
  /** Probability of each drawn one. */
  readonly p: Share;
  readonly verdict: Verdict;
  /** What decided, as a code for programs. */
  readonly reasonCode: ReasonCode;
  /** What decided, as a sentence for people. */
  readonly reason: string;
  /** Clean against transformed, by the cross-fitted probe. */
  readonly probe: Auroc;
  /** The task head on both; null without labels. */
  readonly labels: LabelEvidence | null;
  /** Pictures on each side. */
  readonly n: Count;
}

/** One transform along its strengths. */
export interface Magnitude {
  /** As in Albumentations. */
  readonly transform: string;
  /** The setting that grows with the strength, in Albumentations' terms, such as brightness_limit. */
  readonly setting: string;
  /** Its unit: '' for a share, 'px', '°' … */
  readonly unit: string;
  /** Draws lie on both sides of no change, up to ± the value. */
  readonly symmetric: boolean;
  /** Image presentations that the network had learned from; 0 = image statistics alone, which can only say `shifting`. */
  readonly presentations: Count;
  /** Ascending in `value`; the default is among them. */
  readonly steps: readonly MagnitudeStep[];
  /** The value that it was judged with. */
  readonly default: number;
  /** The largest value up to which every step is safe; null when none is. */
  readonly safeUpTo: number | null;
}

export interface MagnitudeStep {
  /** Of the setting: pictures are drawn with strengths up to it, as users would. */
  readonly value: number;
  /** The transform's settings at this value, as `TransformResult.params`. */
  readonly params: Readonly<Record<string, number | readonly number[]>>;
  /** Clean against transformed, by the cross-fitted probe; corrected over the steps of all transforms, the default's as it was judged. */
  readonly probe: Auroc;
  /** `probe.auroc` after the monotone fit over all steps. */
  readonly fitted: Share;
  /** `probe.intervalJudged`, narrowed by its neighbours: no step is told better than a stronger one on as many pictures. Verdicts go by it. */
  readonly fittedInterval: Interval;
  /** Share of the clean-recognised pictures still recognised; null without labels. */
  readonly agreement: Share | null;
  /** Wilson interval of `agreement`; null without labels. */
  readonly agreementInterval95: Interval | null;
  /** Pictures on each side. */
  readonly n: Count;
  /** Of this value, judged like a transform; the transform's own at the default. */
  readonly verdict: Verdict;
  /** What labels and training allow where the interval lies below the threshold, so that another threshold can be tried. */
  readonly verdictBelow: Verdict;
  /** File of a picture drawn at exactly this strength, relative to the run folder; one per shown original. */
  readonly pictures: readonly string[];
}

/** Held-out pictures that say what the detector went by. Files are relative to the run folder. */
export interface EvidenceImages {
  /** As in Albumentations. */
  readonly transform: string;
  /** Pictures whose transformed version was most surely told from the clean one, the surest first. */
  readonly surest: readonly EvidenceImage[];
  /** Pictures whose clean version looked more transformed than the transformed one, the most fooled by first; may be empty. */
  readonly fooled: readonly EvidenceImage[];
}

export interface EvidenceImage {
  /** File of the picture as it is. */
  readonly clean: string;
  /** File of the picture transformed. */
  readonly transformed: string;
  /** File of the transformed picture in gray with what each place adds to the belief: vermilion for transformed, blue against it. */
  readonly map: string;
  /** Name of its class; null without labels. */
  readonly label: string | null;
  /** Log-odds of being transformed by the probe on the network's features, of the transformed version less the clean one. */
  readonly margin: number;
}

/** What a further step on both sides hides: what only the side without it tells lies in the file (or the resampling), not in the picture. */
export interface TraceProbe {
  /** As in Albumentations. */
  readonly transform: string;
  /** What both sides were passed through: saved again as the set's files are, resampled half a pixel off, or blurred. */
  readonly step: 're-encode' | 'half-pixel' | 'blur';
  /** As judged, on the same pictures. */
  readonly without: Auroc;
  /** With that step on both sides. */
  readonly with: Auroc;
  /** Paired interval of `without` − `with`. */
  readonly differenceInterval95: Interval;
  /** Pictures on each side. */
  readonly n: Count;
  /**
   * True: seen in the file (or its resampling), not in the picture. Seen without the step, not with it, and most of it is gone. Of a
   * zoom with the step `blur`: seen by the blur of its enlargement rather than by its framing.
   */
  readonly fileTrace: boolean;
  /** A sentence for people. */
  readonly sentence: string;
}
