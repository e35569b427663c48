import { describe, expect, it } from 'vitest';
import { exportResult } from '../../src/export/exportResult';
import { targets } from '../../src/export/targets';
import { judgedResult, paperPool, withParams } from './judgedResult';

const options = { albumentations: '2.0.8' } as const;

it('names the known targets when asked for another', () => {
  expect(() => exportResult(judgedResult(), 'keras', options)).toThrow(
    'Cannot export to "keras". Choose one of safe-aug, albumentations-yaml, albumentations-json, albumentations-py, torchvision-py.',
  );
});

describe.each(targets.map((target) => target.name))('%s', (name) => {
  it('ends in one newline, is the same each time, and says at which size it was judged', () => {
    const text = exportResult(judgedResult({ safe: paperPool, size: 64 }), name, options);
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).toBe(exportResult(judgedResult({ safe: paperPool, size: 64 }), name, options));
    expect(text).toMatch(/64 x 64|"judgedSize": 64/);
  });

  it('says why the set is empty', () => {
    const partial = { ...judgedResult(), presentations: 0, complete: false };
    expect(exportResult(partial, name, options)).toContain('the run ended before a trained network');
  });
});

it('refuses to guess a strength that the result does not hold', () => {
  const result = withParams(judgedResult({ safe: ['RandomGamma'] }), 'RandomGamma', { gammaLimit: 3 });
  for (const target of ['albumentations-json', 'torchvision-py']) {
    expect(() => exportResult(result, target, options)).toThrow(
      /Cannot export RandomGamma: its setting gammaLimit should be a range of two numbers, and the result holds 3\./,
    );
  }
});

it('refuses a transform without an equivalent in Albumentations', () => {
  const result = judgedResult({ safe: ['Blur'] });
  const transforms = result.transforms.map((one) => (one.name === 'Blur' ? { ...one, name: 'Smudge' } : one));
  const strange = { ...result, transforms, safeSet: ['Smudge'] };
  expect(() => exportResult(strange, 'albumentations-py', options)).toThrow('Cannot export Smudge to Albumentations');
  expect(exportResult(strange, 'torchvision-py', options)).toContain('# Warning: Smudge is left out: ');
});

it('names the budget, the time, or neither where presentations were counted', () => {
  const result = judgedResult({ safe: ['Blur'] });
  const line = (settings: Partial<typeof result.settings>): string =>
    exportResult({ ...result, settings: { ...result.settings, ...settings } }, 'albumentations-py', options).split(
      '\n',
    )[1];
  const judged = '# Judged at 32 x 32 pixels after 64,000 image presentations';
  expect(line({})).toBe(`${judged} (quick), seed 1.`);
  expect(line({ budget: null, minutes: 12 })).toBe(`${judged} (12 min), seed 1.`);
  expect(line({ budget: null, minutes: null })).toBe(`${judged}, seed 1.`);
});
