import { rarelySure } from '../../judge/families/explainDisagreement';
import type { Result } from '../../protocol/result';
import { pictures } from '../../report/words/numbers';
import { figure } from './figures';

/** Families as wholes in a line, and a line for each transform on which the two rules differ. */
export function familyLines({ closing: { families } }: Result): string[] {
  if (families === null) return [];
  const told = families.families.map(({ family, auroc }) => `${family} ${figure(auroc)}`);
  const on = pictures(families.families.map(({ n }) => n));
  return [
    ...(told.length > 0
      ? [`Some transform of a family, whichever, told from clean: ${told.join(', ')} (${on} a side).`]
      : []),
    ...families.explanations.map(({ sentence }) => `Where the rules differ: ${sentence}`),
    ...(families.explanations.some(({ reason }) => reason === 'rarely-sure') ? [rarelySure] : []),
  ];
}
