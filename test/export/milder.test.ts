import { describe, expect, it } from 'vitest';
import { createPool } from '../../src/augment/pool';
import { exportResult } from '../../src/export/exportResult';
import { withMilder } from '../../src/export/milder';
import { provenanceOf } from '../../src/export/provenance';
import { safeAugFile } from '../../src/export/targets/safeAug';
import type { Result } from '../../src/protocol/result';
import { judgedResult } from './judgedResult';
import { milderThan, withMagnitudes } from './milderResult';

const flips = ['HorizontalFlip', 'VerticalFlip'];

describe('withMilder', () => {
  it('adds what is safe in a smaller range, in the order of the pool, with the settings of that range', () => {
    const result = withMagnitudes(judgedResult({ safe: flips }), { RandomBrightness: 0.05 });
    const { safeSet, use, transforms } = withMilder(result);
    expect(safeSet).toEqual([...flips, 'RandomBrightness']);
    expect(use).toEqual({ subsetSize: 3, p: 0.5 });
    expect(transforms.find(({ name }) => name === 'RandomBrightness')).toMatchObject({
      params: { brightnessLimit: [-0.05, 0.05] },
      verdict: 'shifting',
    });
  });

  it('leaves a transform that is safe as judged at that strength, also where more would be safe', () => {
    const result = withMagnitudes(judgedResult({ safe: ['RandomGamma'] }), { RandomGamma: 40 });
    expect(withMilder(result)).toBe(result);
  });

  it('leaves out what is safe at no strength, and what was not looked at', () => {
    const result = judgedResult({ safe: flips });
    expect(withMilder(withMagnitudes(result, { Blur: null }))).toMatchObject({ safeSet: flips });
    expect(withMilder({ ...result, closing: { ...result.closing, magnitudes: null } }).safeSet).toEqual(flips);
  });

  it('leaves what went through it already as it is', () => {
    const once = withMilder(withMagnitudes(judgedResult({ safe: flips }), { RandomBrightness: 0.05 }));
    expect(withMilder(once)).toEqual(once);
  });
});

describe('exports', () => {
  const result = withMagnitudes(judgedResult({ safe: ['HorizontalFlip'] }), milderThan.modern);
  const say = (target: string, of: Result = result): string => exportResult(of, target, { albumentations: '2.0.8' });

  it('carry the safe range instead of the one that was judged', () => {
    for (const target of ['albumentations-py', 'albumentations-yaml', 'albumentations-json']) {
      const text = say(target).replaceAll(/\s+/g, '');
      expect(text, target).toMatch(/brightness_limit"?[=:][[(]-0\.05,0\.05[\])]/);
      expect(text, target).not.toMatch(/brightness_limit"?[=:][[(]-0\.2,/);
    }
    expect(say('torchvision-py')).toContain('v2.ColorJitter(brightness=(0.95, 1.05))');
  });

  it('say so, in a warning at their head', () => {
    const warning =
      'RandomBrightness is safe only in a smaller range, brightnessLimit [-0.05, 0.05]; as judged first, brightnessLimit [-0.2, 0.2], it is shifting.';
    for (const target of [
      'albumentations-py',
      'albumentations-yaml',
      'albumentations-json',
      'torchvision-py',
      'safe-aug',
    ]) {
      expect(say(target).replaceAll(/\s+#?\s*/g, ' '), target).toContain(warning);
    }
    expect(provenanceOf(judgedResult({ safe: flips })).warnings.join()).not.toContain('smaller range');
  });

  it('keep the verdict of the strength that was judged beside the range that is used', () => {
    const { safeSet, verdicts, use } = safeAugFile(result);
    expect(verdicts.RandomBrightness.verdict).toBe('shifting');
    expect(safeSet).toContainEqual({ name: 'RandomBrightness', params: { brightnessLimit: [-0.05, 0.05] } });
    expect(use.subsetSize).toBe(3);
  });

  it('know every transform with a strength', () => {
    const graded = createPool({ profile: 'modern', size: 32 }).filter(({ strength }) => strength !== undefined);
    expect(Object.keys(milderThan.modern).sort()).toEqual(
      graded
        .map(({ name }) => name)
        .filter((name) => name !== 'Blur')
        .sort(),
    );
  });
});
