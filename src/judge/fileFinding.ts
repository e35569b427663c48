import type { FileTest } from '../protocol/result';

/**
 * What a file test found: nothing; a trace that is gone once it is hidden on both sides; or what is told hidden or not, because it
 * lies in the pictures, or in a trace that what hides others does not hide.
 */
export type FileFinding = 'none' | 'hidden' | 'stays';

export interface Found {
  readonly finding: FileFinding;
  readonly test: FileTest;
}

type Figures = Pick<FileTest, 'unguarded' | 'guarded'>;

/** A side sees something when its 95 % interval is farther than this from 0.5: pictures themselves may have small preferences. */
const margin = 0.05;

/** One test's finding. What is told behind the guard stays, however little is told without it: the detector looks from there. */
export function fileFinding({ unguarded, guarded }: Figures): FileFinding {
  const isSeen = ({ interval95: [low] }: FileTest['guarded']): boolean => low > 0.5 + margin;
  if (isSeen(guarded)) return 'stays';
  return isSeen(unguarded) ? 'hidden' : 'none';
}

/** Of each transform that was told, the test that told it most clearly; what stays outweighs what can be hidden. In the order of the tests. */
export function clearestTests(tests: readonly FileTest[]): Found[] {
  const clearest = new Map<string, Found>();
  for (const test of tests) {
    const found = { finding: fileFinding(test), test };
    const known = clearest.get(test.transform);
    if (found.finding !== 'none' && (known === undefined || outweighs(found, known)))
      clearest.set(test.transform, found);
  }
  return [...clearest.values()];
}

function outweighs(one: Found, other: Found): boolean {
  if (one.finding !== other.finding) return one.finding === 'stays';
  const clarity = ({ finding, test }: Found): number =>
    finding === 'stays' ? test.guarded.auroc : test.unguarded.auroc;
  return clarity(one) > clarity(other);
}
