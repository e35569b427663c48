/** The words that events, results, reports and the editor share. Types only. */

/** What is said of one transform. `safe`: cannot be told, labels hold. `shifting`: can be told, labels hold. `harmful`: labels break. */
export type Verdict = 'safe' | 'shifting' | 'harmful' | 'undecided';

/** The paper's two groups (step 4), and `undecided` while the network has not seen enough. */
export type PaperVerdict = 'safe' | 'other' | 'undecided';

/** Which rule gives the verdict: ours with intervals (default) or the paper's. */
export type RuleName = 'interval' | 'paper';

/** Transforms whose effects explain each other away. */
export type Family = 'orientation' | 'zoom' | 'tone' | 'sharpness';

/** How a transform computes: as Albumentations 2.0.8 (default) or as 0.1.1, which the paper's authors pinned. */
export type Profile = 'modern' | 'paper';

export type BudgetName = 'quick' | 'standard' | 'thorough' | 'paper';

export type EngineName = 'onnx';

/** What the data set's labels ask for; `none` = no labels, detection alone. */
export type Task = 'classification' | 'none';

/**
 * A share of something.
 * @minimum 0
 * @maximum 1
 */
export type Share = number;

/**
 * How many.
 * @minimum 0
 * @asType integer
 */
export type Count = number;

/** A closed interval [low, high]. */
export type Interval = readonly [low: number, high: number];

/** The stages of a run, in their order. */
export type Stage = 'inspect' | 'prepare' | 'files' | 'screening' | 'training' | 'measuring' | 'closing' | 'writing';
