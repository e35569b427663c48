import type { Step } from '../../data/feed/steps/step';
import type { Family } from '../../protocol/vocabulary';

/** σ = 2 pixels: wide enough that enlarged textures without a scale of their own read 0.56 instead of 1.00; σ = 1.2 leaves 0.76. */
const blur: Step = { kind: 'blur', window: 5 };
const halfPixel: Step = { kind: 'half-pixel' };

/**
 * The steps that hide how a family's transforms are computed without hiding what they do: saving again and half a
 * pixel for orientations, saving again for tone, and blur for enlargements, which hides grids as well. Blur and noise themselves would be hidden by any of them.
 */
export function stepsFor(family: Family, reEncoding: Step | null): readonly Step[] {
  const saved = reEncoding === null ? [] : [reEncoding];
  switch (family) {
    case 'orientation':
      return [...saved, halfPixel];
    case 'tone':
      return saved;
    case 'zoom':
      return [blur];
    case 'sharpness':
      return [];
  }
}
