import type { Profile } from '../protocol/vocabulary';
import type { JudgedTransform } from './judgedSet';
import { rangeOf } from './settings';

/** GaussNoise's standard deviations as shares of 255; 0.1.1 drew a variance in squared gray levels. */
export function noiseRange(transform: JudgedTransform, profile: Profile): readonly [number, number] {
  if (profile !== 'paper') return rangeOf(transform, 'stdRange');
  const [low, high] = rangeOf(transform, 'varLimit');
  return [Math.sqrt(low) / 255, Math.sqrt(high) / 255];
}
