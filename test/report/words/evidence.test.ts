import { expect, it } from 'vitest';
import type { TransformResult } from '../../../src/protocol/result';
import { evidenceInWords } from '../../../src/report/words/evidence';
import { exampleResult } from '../../fixtures/result';

it('says that the rules differ, without a look-alike that nothing has shown', () => {
  const result = exampleResult();
  const told = result.transforms.find(({ verdict }) => verdict === 'shifting') as TransformResult;
  const differing: TransformResult = { ...told, verdicts: { interval: 'shifting', paper: 'safe' } };
  const sentences = evidenceInWords(differing, result).join(' ');
  expect(sentences).toContain('The rules differ: among other transforms its head does no better');
  expect(sentences).not.toMatch(/hides? it/);
});
