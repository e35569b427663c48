import type { PaperVerdict, Verdict } from '../../protocol/vocabulary';

/** From what may be used to what must not; the report's order of groups. */
export const verdictOrder: readonly Verdict[] = ['safe', 'undecided', 'shifting', 'harmful'];

interface VerdictWords {
  readonly title: string;
  /** What it means and how far it goes. */
  readonly meaning: string;
}

export const verdictWords: Readonly<Record<Verdict, VerdictWords>> = {
  safe: {
    title: 'Safe',
    meaning:
      'Transformed pictures still look like your data: the detector cannot tell them from clean ones better than the threshold allows, and the task head keeps their labels. Shown for this detector and this many presentations; a longer run may still find a difference.',
  },
  undecided: {
    title: 'Undecided',
    meaning:
      'The interval lies across the threshold, or there is too little evidence yet (too few presentations or labelled pictures, or a detector that was not shown to see enough). No guess is made.',
  },
  shifting: {
    title: 'Shifting',
    meaning:
      'Transformed pictures can be told from clean ones, so training on them shifts the data away from what the model will see. The labels were not found to break. Shifting is not useless: such transforms often help early in training.',
  },
  harmful: {
    title: 'Harmful',
    meaning:
      'Most recognised pictures of at least one class become another class, about as confidently as clean ones. Training on them teaches wrong labels, whether or not the change can be seen.',
  },
};

export const paperVerdictWords: Readonly<Record<PaperVerdict, string>> = {
  safe: 'safe',
  other: 'not safe',
  undecided: 'undecided',
};

/** A verdict in a few words, for the head of a group; `labelled` where labels were looked at. */
export function inShort(verdict: Verdict, labelled: boolean): string {
  switch (verdict) {
    case 'safe':
      return `cannot be told from clean, labels ${labelled ? 'hold' : 'not checked'}`;
    case 'undecided':
      return 'this evidence does not settle it';
    case 'shifting':
      return 'can be told from clean';
    case 'harmful':
      return 'labels break';
  }
}
