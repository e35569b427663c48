import type { JudgedSet } from './judgedSet';

/** The members of the safe set with their settings, in the pool's order. */
export function safeTransforms<T extends { readonly name: string }>({
  transforms,
  safeSet,
}: {
  readonly transforms: readonly T[];
  readonly safeSet: readonly string[];
}): T[] {
  return transforms.filter(({ name }) => safeSet.includes(name));
}

/** Why the safe set is empty, in one sentence. */
export function whyEmpty({ transforms, presentations }: Pick<JudgedSet, 'transforms' | 'presentations'>): string {
  if (presentations === 0) return 'No transform is called safe: the run ended before a trained network was measured.';
  const counted = (['shifting', 'harmful', 'undecided'] as const)
    .map((verdict) => ({ verdict, count: transforms.filter((one) => one.verdict === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${count} ${verdict}`);
  const idle = transforms.filter(({ verdict }) => verdict === 'safe').length;
  const without = idle > 0 ? [`${idle} without any effect on this data`] : [];
  return `No transform was shown to be safe on this data: ${[...counted, ...without].join(', ')}.`;
}
