import { expect, it } from 'vitest';
import { constantAnswers } from '../../../bench/truth/baseline';
import { safe, shifting } from '../../../bench/truth/truth';

it('gives each transform the answer that is right on most sets', () => {
  const truths = [
    { Blur: shifting('a.'), ToGray: safe('b.') },
    { Blur: shifting('c.'), ToGray: shifting('d.') },
    { Blur: safe('e.') },
  ];
  expect(constantAnswers(truths)).toEqual({ right: 3, claims: 5 });
});

it('counts a claim that leaves two answers open with either', () => {
  const either = { is: ['shifting', 'harmful'] as const, because: 'Either.' };
  expect(constantAnswers([{ Blur: either }, { Blur: shifting('a.') }, { Blur: safe('b.') }])).toEqual({
    right: 2,
    claims: 3,
  });
});
