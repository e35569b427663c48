import { describe, expect, it } from 'vitest';
import { clearestTests, fileFinding } from '../../src/judge/fileFinding';
import type { FileTest } from '../../src/protocol/result';

const figure = (low: number): FileTest['guarded'] => ({ auroc: low + 0.02, interval95: [low, low + 0.04] });

/** By the lower ends of both intervals. */
function test(transform: string, unguarded: number, guarded: number): FileTest {
  const figures = { unguarded: figure(unguarded), guarded: figure(guarded) };
  return { name: 'column parity', transform, channel: 'Cb', ...figures, n: 600, fileTrace: false };
}

describe('fileFinding', () => {
  it.each([
    [0.5, 0.5, 'none'],
    [0.55, 0.48, 'none'],
    [0.56, 0.55, 'hidden'],
    [0.9, 0.48, 'hidden'],
    [0.9, 0.56, 'stays'],
    [0.54, 0.56, 'stays'],
  ] as const)('lower ends %d without the guard and %d with it: %s', (unguarded, guarded, finding) => {
    expect(fileFinding(test('Transpose', unguarded, guarded))).toBe(finding);
  });
});

describe('clearestTests', () => {
  it('is one test a transform: what stays before what can be hidden, then the clearest; none of what was not told', () => {
    const hidden = test('Transpose', 0.99, 0.48);
    const stays = test('Transpose', 0.7, 0.68);
    const clearer = test('Transpose', 0.7, 0.69);
    const flip = [test('HorizontalFlip', 0.8, 0.5), test('HorizontalFlip', 0.9, 0.5)];
    expect(clearestTests([...flip, hidden, stays, clearer, test('VerticalFlip', 0.5, 0.5)])).toEqual([
      { finding: 'hidden', test: flip[1] },
      { finding: 'stays', test: clearer },
    ]);
    expect(clearestTests([clearer, stays, hidden])).toEqual([{ finding: 'stays', test: clearer }]);
    expect(clearestTests([])).toEqual([]);
  });
});
