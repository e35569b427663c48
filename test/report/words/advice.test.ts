import { expect, it } from 'vitest';
import type { TransformResult } from '../../../src/protocol/result';
import { advice } from '../../../src/report/words/advice';
import { closedResult, exampleResult } from '../../fixtures/result';

const result = exampleResult();
const safe = result.transforms.find(({ name }) => result.safeSet.includes(name)) as TransformResult;

it('does not tell to use what an unsafe pair removed from the safe set', () => {
  expect(advice(safe, result)).toMatch(/^Use it/);
  const removed = { ...result, safeSet: result.safeSet.filter((name) => name !== safe.name) };
  expect(advice(safe, removed)).toMatch(/^Leave it out of the set: it is safe alone/);
});

it('advises nothing that the controls do not say, and a milder strength only where there is a safe one', () => {
  const undecided = (reasonCode: TransformResult['reasonCode']): string =>
    advice({ ...safe, verdict: 'undecided', reasonCode }, result);
  expect(undecided('across-threshold')).toBe('Treat it as shifting for now.');
  const brightness = result.transforms.find(({ name }) => name === 'RandomBrightness') as TransformResult;
  expect(advice({ ...brightness, verdict: 'undecided', reasonCode: 'across-threshold' }, closedResult())).toContain(
    'In the smaller range shown here it is safe.',
  );
  // Also where there were no marks to miss, or where a label without effect was told.
  expect(undecided('not-sensitive')).not.toMatch(/missed|Learn longer/);
  expect(undecided('labels-change')).not.toContain('Learn longer');
});
