import type { Verdict } from '../../protocol/vocabulary';

const order: readonly Verdict[] = ['safe', 'shifting', 'harmful', 'undecided'];
/** More names than this are counted, not listed. */
const listed = 5;

/** The verdicts in one line: "safe HorizontalFlip; shifting CLAHE, Blur; 12 undecided". */
export function verdictSummary(transforms: readonly { readonly name: string; readonly verdict: Verdict }[]): string {
  return order
    .map((verdict) => ({ verdict, names: transforms.filter((one) => one.verdict === verdict).map(({ name }) => name) }))
    .filter(({ names }) => names.length > 0)
    .map(({ verdict, names }) =>
      names.length > listed || verdict === 'undecided'
        ? `${names.length} ${verdict}`
        : `${verdict} ${names.join(', ')}`,
    )
    .join('; ');
}
