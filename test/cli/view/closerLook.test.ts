import { expect, it } from 'vitest';
import { closerLook } from '../../../src/cli/view/closerLook';
import { resultText } from '../../../src/cli/view/resultText';
import { rarelySure } from '../../../src/judge/families/explainDisagreement';
import type { Explanation } from '../../../src/protocol/closing';
import type { Result } from '../../../src/protocol/result';
import { auroc } from '../../fixtures/evidence';
import { closedResult, emptySafeSetResult, exampleResult } from '../../fixtures/result';

const closed = closedResult();
const linesOf = (result: Result): string => closerLook(result).join('\n');

it('says what the ladders read and how far that goes', () => {
  expect(linesOf(closed)).toContain(
    'Pattern, AUROC by gray levels: ±16 1.00, ±8 0.99, ±4 0.91, ±2 0.66, ±1 0.52 (400 pictures a side).',
  );
  expect(linesOf(closed)).toContain('Stroke, AUROC by gray levels: ±64 0.99');
  expect(linesOf(closed)).toContain('not that it would have noticed any change this faint');
  const blind = { ...closed.controls!.appearance, faintestSeen: null };
  expect(
    linesOf({ ...closed, controls: { ...closed.controls!, appearance: blind, orientation: blind } }),
  ).not.toContain('That is');
});

it('says how families as wholes are told, and where the rules differ without a look-alike, too', () => {
  const families = closed.closing.families!;
  const alone: Explanation = {
    transform: 'ToGray',
    sibling: null,
    reason: 'rarely-sure',
    sentence: 'No look-alike explains ToGray.',
  };
  const explained = (...explanations: Explanation[]): string =>
    linesOf({ ...closed, closing: { ...closed.closing, families: { ...families, explanations } } });
  const lines = explained(alone, { ...alone, transform: 'Blur' });
  expect(lines).toMatch(/orientation 0\.54 \[0\.52, 0\.56\], .*\(2,000 pictures a side\)/);
  expect(lines).toContain('Where the rules differ: No look-alike explains ToGray.');
  expect(lines.split(rarelySure)).toHaveLength(2);
  expect(explained({ ...alone, reason: 'labels' })).not.toContain(rarelySure);
});

it('says what lies in the files, and whether it is blur or framing by which crops are told', () => {
  expect(linesOf(closed)).toContain(
    'as read at 32 px without the guard → hidden, never judged by (2,000 pictures a side): HorizontalFlip 1.00 → 0.50.',
  );
  expect(linesOf(closed)).toContain('equally blurred (2,000 pictures a side): still told: RandomCrop 0.98 → 0.62.');
  const [trace] = closed.closing.traces!;
  const traces = [
    { ...trace, fileTrace: true },
    { ...trace, transform: 'CenterCrop', without: auroc(0.61) },
  ];
  expect(linesOf({ ...closed, closing: { ...closed.closing, traces } })).toContain(
    'seen by the blur of enlarging, not by the framing: RandomCrop 0.98 → 0.62; not settled whether seen at all: CenterCrop 0.61 → 0.62.',
  );
  const clean = closed.fileTests.map((test) => ({ ...test, unguarded: test.guarded }));
  expect(linesOf({ ...closed, fileTests: clean })).toContain('(2,000 pictures a side): the tests found no trace.');
});

it('does not call hidden what a test still sees behind the guard', () => {
  const [, cb] = closed.fileTests.map((test) => ({ ...test, transform: 'Transpose' }));
  const axis = { ...cb, name: 'axis of parity', guarded: cb.unguarded };
  const lines = linesOf({ ...closed, fileTests: [...closed.fileTests, cb, axis] });
  expect(lines).toMatch(/never judged by .*: HorizontalFlip 1\.00 → 0\.50\.\n/);
  expect(lines).toContain(
    'with the trace hidden, too (2,000 pictures a side): Transpose 1.00 → 1.00. That lies in the',
  );
  expect(lines).toContain('shifted by half a pixel says whether by such a trace');
});

it('says that verdicts may rest on file traces where the guard was off', () => {
  const lines = linesOf({ ...closed, settings: { ...closed.settings, guard: 0 } });
  expect(lines).toContain('→ hidden (2,000 pictures a side): HorizontalFlip 1.00 → 0.50.');
  expect(lines).toContain('The guard was off: verdicts may rest on what the file tests see.');
  expect(lines).not.toContain('never judged by');
  expect(linesOf(closed)).not.toContain('The guard was off');
});

it('says whether evidence still moves, and whether heads memorised', () => {
  expect(linesOf(closed)).toMatch(/per doubling of presentations: \w+ \+0\.004, .*; the other 12 by at most 0\.004\./);
  expect(linesOf(closed)).toMatch(/no sign of memorising|in part memorised/);
  const transforms = closed.transforms.map((one) => ({
    ...one,
    convergence: { slope: null, training: auroc(one.name === 'HorizontalFlip' ? 0.9 : 0.5) },
  }));
  expect(linesOf({ ...closed, transforms })).toMatch(
    /in part memorised: HorizontalFlip 0\.90 \[0\.89, 0\.91\] against 0\.5\d \[/,
  );
});

it('counts the pairs and gives the figures of those that are not safe', () => {
  expect(linesOf(closed)).toContain(
    'Pairs within the safe set, in both orders: 8 judged (1,000 pictures a side), 6 safe; Transpose, then VerticalFlip: shifting 0.66 [0.64, 0.68]; VerticalFlip, then Transpose: shifting 0.65 [0.63, 0.67].',
  );
});

it('does not recommend a use that is not safe; an export draws one at a time then, and nothing is exported where nothing is safe', () => {
  const use = { ...closed.closing.use!, verdict: 'harmful' } as const;
  const text = resultText({ ...closed, closing: { ...closed.closing, use } }, 'RUN');
  expect(text).toContain('Not recommended: 3 transforms of the safe set together, each with probability 0.5: harmful.');
  expect(text).not.toMatch(/Used together as recommended/);
  expect(text).toContain('Next    safe-aug export RUN');
  expect(resultText(emptySafeSetResult(), 'RUN')).not.toContain('Next ');
});

it('says nothing of what was not looked at', () => {
  expect(closerLook({ ...exampleResult(), fileTests: [] })).toEqual([]);
});
