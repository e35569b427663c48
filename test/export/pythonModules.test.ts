import { expect, it } from 'vitest';
import { exportResult } from '../../src/export/exportResult';
import { judgedResult, paperPool } from './judgedResult';

const python = (target: string, judged: Parameters<typeof judgedResult>[0]): string =>
  exportResult(judgedResult(judged), target, { albumentations: '2.0.8' });

it('writes a typical set as a person would', () => {
  const text = python('albumentations-py', { safe: ['HorizontalFlip', 'RandomGamma'] });
  expect(text.slice(text.indexOf('import '))).toBe(`import albumentations as A

safe_transforms = A.Compose(
    [
        A.SomeOf(
            [
                A.HorizontalFlip(p=0.5),
                A.RandomGamma(gamma_limit=(80.0, 120.0), p=0.5),
            ],
            n=2,
            replace=False,
            p=1.0,
        ),
    ],
    p=1.0,
)
`);
});

it('imports OpenCV only where one of its constants is named', () => {
  expect(python('albumentations-py', { safe: ['Blur'] })).not.toContain('import cv2');
  expect(python('albumentations-py', { safe: ['ShiftScaleRotate'] })).toContain('import cv2\n');
});

it('gives an empty pipeline and its reason for an empty set', () => {
  const albumentations = python('albumentations-py', {});
  expect(albumentations).toContain('\nsafe_transforms = A.Compose([], p=1.0)\n');
  const torchvision = python('torchvision-py', {});
  expect(torchvision).toContain('\nsafe_transforms = v2.Identity()\n');
  for (const text of [albumentations, torchvision]) {
    expect(text).toContain('# No transform was shown to be safe on this data: 15 shifting. The pipeline is empty.');
  }
});

it('names every safe transform in the torchvision module, expressed or left out', () => {
  for (const profile of ['modern', 'paper'] as const) {
    const text = python('torchvision-py', { safe: paperPool, profile });
    for (const name of paperPool) expect(text, `${name}, ${profile}`).toMatch(new RegExp(`^ *# .*\\b${name}\\b`, 'm'));
    expect(text).toContain('# Warning: CLAHE is left out: ');
  }
});

it('translates contrast about zero to what torchvision calls brightness, and says that brightness differs', () => {
  const text = python('torchvision-py', { safe: ['RandomContrast', 'RandomBrightness'] });
  expect(text).toContain('    # RandomContrast\n        v2.ColorJitter(brightness=(0.8, 1.2)),');
  expect(text).toMatch(/# Approximation of RandomBrightness: this brightness multiplies/);
});

it('draws no more transforms than torchvision can express', () => {
  expect(python('torchvision-py', { safe: ['HorizontalFlip', 'CLAHE'] })).toContain('\n    n=1,\n    p=0.5,\n)\n');
});

it('stays within 88 columns', () => {
  for (const target of ['albumentations-py', 'torchvision-py']) {
    for (const profile of ['modern', 'paper'] as const) {
      const long = python(target, { safe: paperPool, profile })
        .split('\n')
        .filter((line) => line.length > 88);
      expect(long).toEqual([]);
    }
  }
});

it('keeps names from data inside comment lines', () => {
  const result = judgedResult({ safe: ['Blur'] });
  const path = 'data/x\nimport os\u2028os.system("touch x")\r#';
  const hostile = { ...result, dataset: { ...result.dataset, path } };
  for (const target of ['albumentations-py', 'torchvision-py', 'albumentations-yaml']) {
    const text = exportResult(hostile, target, { albumentations: '2.0.8' });
    const lines = text.split(/[\n\r\u2028]/).filter((line) => line.includes('import os') || line.includes('os.system'));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^# /);
  }
});
