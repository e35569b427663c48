import type { TransformResult } from '../protocol/result';

/** What holds at the judged size only, of the set that is exported: at most one sentence. `size`: the working side in pixels. */
export function sizeNote(
  transforms: readonly Pick<TransformResult, 'name' | 'sizeDependent'>[],
  exported: readonly { readonly name: string }[],
  size: number,
): string[] {
  const dependent = transforms
    .filter((one) => one.sizeDependent && exported.some(({ name }) => name === one.name))
    .map(({ name }) => name);
  if (dependent.length === 0) return [];
  const what = `What ${dependent.join(', ')} ${dependent.length === 1 ? 'does' : 'do'} depends on the size in pixels`;
  return [`Judged at ${size} × ${size} pixels. ${what}: at another size, judge again with --size.`];
}
