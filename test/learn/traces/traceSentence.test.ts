import { describe, expect, it } from 'vitest';
import type { Step } from '../../../src/data/feed/steps/step';
import { type Hidden, traceSentence } from '../../../src/learn/traces/traceSentence';

const auroc = (value: number) => ({
  auroc: value,
  interval95: [value - 0.02, value + 0.02] as const,
  intervalJudged: [value - 0.03, value + 0.03] as const,
});
const reEncode: Step = { kind: 're-encode', quality: 75, subsampling: '4:2:0', block: 16 };
const say = (step: Step, hidden: Hidden | null, fileTrace = false): string => {
  const told = { transform: 'Transpose', without: auroc(0.84), with: auroc(0.51), fileTrace };
  return traceSentence(step, told, hidden);
};

describe('traceSentence', () => {
  it('says what was done to both sides, and what that hid', () => {
    expect(say(reEncode, 'most', true)).toBe(
      'Transpose is seen in the file, not in the picture: told in 84 of 100 pairs, in 51 once both sides are cut to whole JPEG blocks and saved again as JPEG (quality 75, 4:2:0).',
    );
    expect(say({ ...reEncode, block: null }, 'little')).toContain('still in 51 once both sides are saved again');
    expect(say({ kind: 'half-pixel' }, 'most', true)).toContain('is seen in the resampling, not in the picture');
  });

  it('claims no trace where one is not settled', () => {
    for (const hidden of ['most', 'half', 'little'] as const)
      expect(say(reEncode, hidden)).not.toContain('not in the picture');
    expect(say(reEncode, null)).toMatch(/^Whether Transpose is seen at all is not settled: told in 84 .* in 51 once/);
    expect(say(reEncode, 'half')).toContain('is seen partly in the file');
    expect(say(reEncode, 'little')).toContain('is seen in the picture itself');
  });

  it('says of enlargements what is blur and what is framing', () => {
    const blur: Step = { kind: 'blur', window: 5 };
    expect(say(blur, 'most')).toContain('most is the blur of its enlargement');
    expect(say(blur, 'half')).toContain('Both the blur of its enlargement and its framing');
    expect(say(blur, 'little')).toContain('most is framing and scale');
  });
});
