import type { PaperVerdict } from '../../protocol/vocabulary';
import { changedNothing, count, percent, sentence } from '../words';
import { presentationsBeforeSafe } from './enoughTraining';
import type { Look, RuleOutcome } from './look';

/** The largest z that still reads as the paper's "relatively low accuracy". */
export const largestSafeZ = 2;

/**
 * Step 4 of the paper (Baran, Kupyn & Kravchenko, Safe Augmentation, arXiv 1907.12896): transforms that the detector rarely
 * raises on clean images and finds badly in augmented ones are safe, all others form the other group. Read as z ≤ 2, see
 * `paperZ`; undecided before 64,000 presentations.
 */
export function paperRule({ evidence, presentations }: Look): RuleOutcome<PaperVerdict> {
  const { clean, augmented, alone } = evidence;
  if (clean === null || augmented === null || presentations < presentationsBeforeSafe) {
    return {
      verdict: 'undecided',
      reasonCode: 'too-early',
      reason: sentence(`the paper's rule waits for ${count(presentationsBeforeSafe)} presentations`),
    };
  }
  if (alone.changed === 0) {
    return { verdict: 'safe', reasonCode: 'no-effect', reason: sentence(changedNothing(alone.n)) };
  }
  const isSafe = augmented.z <= largestSafeZ;
  return {
    verdict: isSafe ? 'safe' : 'other',
    reasonCode: 'paper-rule',
    reason: sentence(
      `within subsets its own head is right on ${percent(augmented.accuracy)} of the pictures (${percent(augmented.trivialAccuracy)} without looking) and raises ${percent(clean.rate)} false alarms on clean ones`,
      `that is z = ${augmented.z.toFixed(1)}, ${isSafe ? 'not above' : 'above'} ${largestSafeZ}`,
    ),
  };
}
