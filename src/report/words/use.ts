import type { Result } from '../../protocol/result';
import type { Verdict } from '../../protocol/vocabulary';

/** The verdict of the recommended use where it forbids it: each transform is safe alone, but not as they were to be used. */
export function unsafeUse({
  closing: { use },
}: Pick<Result, 'closing'>): Extract<Verdict, 'shifting' | 'harmful'> | null {
  return use?.verdict === 'shifting' || use?.verdict === 'harmful' ? use.verdict : null;
}

/** What holds all the same: each was judged by itself. */
export const oneAtATime = 'at most one of them on a picture, as each was judged';
