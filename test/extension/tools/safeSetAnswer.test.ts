import { describe, expect, it } from 'vitest';
import { safeAugFile } from '../../../src/export/targets/safeAug';
import { keptAnswer, safeSetAnswer } from '../../../src/extension/tools/safeSetAnswer';
import { exampleResult } from '../../fixtures/result';

describe('what the language-model tool is told', () => {
  it('is every verdict with its reason, and the safe set with its parameters', () => {
    const result = exampleResult();
    const answer = safeSetAnswer(result, 'eurosat');
    expect(Object.keys(answer.verdicts)).toEqual(result.transforms.map(({ name }) => name));
    expect(answer.safeSet.map(({ name }) => name)).toEqual(result.safeSet);
    for (const { name, params } of answer.safeSet) {
      expect(params).toEqual(result.transforms.find((one) => one.name === name)?.params);
    }
  });

  it('holds no paths and no names of classes but in the reasons', () => {
    const { verdicts, ...rest } = safeSetAnswer(exampleResult(), 'eurosat');
    expect(verdicts).not.toEqual({});
    const text = JSON.stringify(rest);
    expect(text).not.toContain(exampleResult().dataset.path);
    for (const name of exampleResult().dataset.classes) expect(text).not.toContain(name);
  });
});

it('is the same from the safe-aug.json that a project keeps, but for how reasons are worded', () => {
  const result = exampleResult();
  const { verdicts, warnings, ...rest } = safeSetAnswer(result, 'eurosat');
  const kept = keptAnswer(safeAugFile(result));
  expect(kept).toMatchObject(rest);
  expect(kept.warnings).toEqual(expect.arrayContaining([...warnings]));
  for (const [name, { verdict }] of Object.entries(verdicts)) expect(kept.verdicts[name].verdict).toBe(verdict);
});
