import { expect, it } from 'vitest';
import { evidenceLine } from '../../src/export/evidenceLine';
import type { ReasonCode, TransformResult } from '../../src/protocol/result';
import { emptySafeSetResult, exampleResult, unlabelledResult } from '../fixtures/result';

const { transforms, settings } = exampleResult();
const [flip] = transforms;
const line = (changes: Partial<TransformResult> = {}): string => evidenceLine({ ...flip, ...changes }, settings);

it('gives the number, its interval, what it is held against, and on how many pictures', () => {
  expect(line()).toBe(
    'AUROC 0.541 [0.518, 0.564] against 0.60 on 2,000 pictures a side; the task head gives the same answer on 99 % of 1,751 recognised pictures',
  );
  expect(evidenceLine(unlabelledResult().transforms[0], settings)).toMatch(/a side; labels not checked/);
});

it.each<[ReasonCode, RegExp]>([
  ['across-threshold', /undecided, as the interval lies across/],
  ['too-early', /undecided, .* before 64,000 presentations$/],
  ['once-only', /undecided, as only one evaluation says so/],
  ['not-sensitive', /undecided, as the detector was not shown to see enough$/],
  ['too-few-labels', /undecided, as too few pictures are recognised/],
])('says what stood in the way where the number does not show it: %s', (reasonCode, said) => {
  expect(line({ verdict: 'undecided', reasonCode })).toMatch(/^AUROC 0\.541 /);
  expect(line({ verdict: 'undecided', reasonCode })).toMatch(said);
  expect(line()).not.toContain('undecided');
});

it('gives the reason itself where a number decided nothing', () => {
  const reason = 'Labels break: of 98 pictures …';
  expect(line({ verdict: 'harmful', reasonCode: 'labels-change', reason })).toBe(reason);
});

it('says that it is labels which broke once, whatever the number', () => {
  const { transforms: digits, settings: ofDigits } = emptySafeSetResult();
  const turned = digits.find(({ name }) => name === 'RandomRotate90')!;
  const once = { ...turned, verdict: 'undecided', reasonCode: 'once-only' } as const;
  expect(evidenceLine(once, ofDigits)).toMatch(/undecided, as labels broke, but in one evaluation only$/);
});
