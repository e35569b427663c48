import type { MagnitudeStep } from '../../protocol/closing';

/** The largest value up to which every step is safe, of steps from the mildest on; null when not even the first is. */
export function safeUpTo(steps: readonly Pick<MagnitudeStep, 'value' | 'verdict'>[]): number | null {
  const firstUnsafe = steps.findIndex(({ verdict }) => verdict !== 'safe');
  const safe = firstUnsafe < 0 ? steps : steps.slice(0, firstUnsafe);
  return safe.at(-1)?.value ?? null;
}
