import { describe, expect, it } from 'vitest';
import { compareWithTable } from '../../../bench/truth/table1/compare';
import { type Explanation, noClosing } from '../../../src/protocol/closing';
import type { Result } from '../../../src/protocol/result';
import { exampleResult } from '../../fixtures/result';

const base = exampleResult();
const [first] = base.transforms;
const explanation: Explanation = {
  transform: first.name,
  sibling: 'Transpose',
  reason: 'sibling',
  sentence: 'Transpose explains it away.',
};
const families = { fires: [], n: 0, families: [], explanations: [explanation] };

function judged(verdicts: Result['transforms'][number]['verdicts']): Result {
  return { ...base, closing: { ...noClosing, families }, transforms: [{ ...first, verdicts, reason: 'Told apart.' }] };
}

describe('beside the paper’s table', () => {
  it('explains nothing where both rules agree with it', () => {
    const [row] = compareWithTable(judged({ paper: 'safe', interval: 'safe' }), { [first.name]: true });
    expect(row).toMatchObject({ table: 'safe', because: [] });
  });

  it('counts shifting and harmful as the paper’s other', () => {
    for (const interval of ['shifting', 'harmful'] as const) {
      const [row] = compareWithTable(judged({ paper: 'other', interval }), { [first.name]: false });
      expect(row).toMatchObject({ table: 'other', because: [] });
    }
  });

  it('gives the reason of the rule that differs, and the sibling that explains it', () => {
    const [row] = compareWithTable(judged({ paper: 'safe', interval: 'shifting' }), { [first.name]: true });
    expect(row.because).toEqual(['interval rule: Told apart.', explanation.sentence]);
    const [other] = compareWithTable(judged({ paper: 'safe', interval: 'shifting' }), { [first.name]: false });
    expect(other.because[0]).toMatch(/^paper rule: z = /);
  });

  it('leaves out what the table lacks', () => {
    expect(compareWithTable(judged({ paper: 'safe', interval: 'safe' }), {})).toEqual([]);
  });
});
