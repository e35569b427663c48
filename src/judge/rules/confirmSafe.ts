import type { Controls, Ladder } from '../../protocol/controls';
import type { Verdict } from '../../protocol/vocabulary';
import { faintestSeen } from '../ladder';
import { hundredth, sentence } from '../words';
import type { Look, RuleOutcome } from './look';

export interface ConfirmSafeOptions {
  /** Whether the run was to plant marks; when not, `safe` needs no proof of what the detector could see. */
  readonly asked: boolean;
  /** What the detector could have seen at this evaluation; null where nothing could be planted. */
  readonly controls: Controls | null;
  /** The probe's AUROC that separates safe from shifting. */
  readonly threshold: number;
}

type Outcome = RuleOutcome<Verdict>;

/**
 * Lets `safe` stand only when the detector could have seen more than it did (both ladders told at the strength that is asked for,
 * a label without effect not told) and when the probe's judged interval lay below the threshold at the evaluation before, too.
 * Everything else stands as it is, and so does a transform that changes nothing: no detector is needed to say so.
 */
export function confirmSafe(outcome: Outcome, look: Look, options: ConfirmSafeOptions): Outcome {
  if (outcome.verdict !== 'safe' || outcome.reasonCode === 'no-effect') return outcome;
  const { asked, controls, threshold } = options;
  if (asked) {
    const doubt = controls === null ? noControls : doubtOf(controls, threshold);
    if (doubt !== null) return undecided('not-sensitive', outcome, doubt);
  }
  if (!wasBelow(look, threshold)) {
    return undecided(
      'once-only',
      outcome,
      'It was below the threshold in one evaluation only; safe is said after two in a row',
    );
  }
  return asked ? outcome : { ...outcome, reason: `${outcome.reason} ${sentence(unchecked)}` };
}

const unchecked = 'controls are off, so nothing is known of what the detector could have seen';
const noControls =
  'there were too few pictures to set some aside for marks, so nothing is known of what the detector could have seen: about 840 are needed';

/** Why not seeing a transform says little of it; null when nothing speaks against the detector. */
function doubtOf({ appearance, orientation, negative }: Controls, threshold: number): string | null {
  const [low, high] = negative.auroc.intervalJudged;
  if (low > 0.5 || high < 0.5) {
    return `a label without any effect on the pictures was told in ${hundredth(negative.auroc.auroc)} of 100 pairs, so something else than the picture gives labels away`;
  }
  if (!reaches(appearance, threshold)) return missed('a pattern', appearance);
  if (!reaches(orientation, threshold)) return missed('which way a stroke slants', orientation);
  return null;
}

/** Whether the mark is told above the threshold at the strength that is asked for, or a fainter one. */
function reaches({ rungs, required }: Ladder, threshold: number): boolean {
  const faintest = faintestSeen(rungs, threshold);
  return faintest !== null && faintest <= required;
}

function missed(what: string, { required }: Ladder): string {
  return `the detector was not shown to see ${what} at ±${required} gray levels, so not seeing the transform says little`;
}

/** At the evaluation before, which must have been of a network. */
function wasBelow({ previous }: Look, threshold: number): boolean {
  return previous !== null && previous.alone.head !== null && previous.alone.probe.intervalJudged[1] < threshold;
}

/** What was found stays in the reason, before what is missing. */
function undecided(reasonCode: Outcome['reasonCode'], { reason }: Outcome, why: string): Outcome {
  return { verdict: 'undecided', reasonCode, reason: `${reason} ${sentence(why)}` };
}
