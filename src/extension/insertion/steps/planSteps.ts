import { message, type Message } from '../../words/message';
import { stepKind, type Step } from './stepKinds';

/** What happens to the steps of a pipeline. */
export interface StepPlan {
  readonly removed: ReadonlySet<number>;
  /** Where the safe set comes. */
  readonly at: number;
  /** Says it in words. */
  readonly action: Message;
}

/**
 * The safe set takes the place of every augmentation. What sizes, converts or normalises pictures stays, and so does what is not
 * known. It comes where the first augmentation was, at the latest before the first step that makes numbers of the picture.
 */
export function replaceAugmentations(steps: readonly Step[]): StepPlan {
  const kinds = steps.map(stepKind);
  const indices = [...steps.keys()];
  const removed = new Set(indices.filter((index) => kinds[index] === 'augments'));
  const at = indices.find((index) => kinds[index] === 'augments' || kinds[index] === 'finishes') ?? steps.length;
  const kept = names(steps.filter((_, index) => !removed.has(index)));
  const count = removed.size;
  const gone = names(steps.filter((_, index) => removed.has(index)));
  if (kept === '') {
    return {
      removed,
      at,
      action: count > 0 ? message('Replaces all steps: {0}', gone) : message('Fills the empty list'),
    };
  }
  return {
    removed,
    at,
    action:
      count > 0
        ? message('Replaces only the augmentations ({0}); keeps {1}', gone, kept)
        : message('Adds to what is there; keeps {0}', kept),
  };
}

/** The safe set takes the place of all steps, whatever they do. */
export function replaceAll(steps: readonly Step[]): StepPlan {
  return {
    removed: new Set(steps.keys()),
    at: 0,
    action: message('Replaces all steps, preprocessing too: {0}', names(steps)),
  };
}

/** One plan where both would do the same. The careful one comes first. */
export function plansFor(steps: readonly Step[]): StepPlan[] {
  const careful = replaceAugmentations(steps);
  return careful.removed.size === steps.length ? [careful] : [careful, replaceAll(steps)];
}

function names(steps: readonly Step[]): string {
  return steps.map(({ name }) => name).join(', ');
}
