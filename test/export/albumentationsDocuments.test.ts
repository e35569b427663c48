import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { exportResult } from '../../src/export/exportResult';
import type { AlbumentationsVersion } from '../../src/export/target';
import { judgedResult, paperPool, withParams } from './judgedResult';

interface Node {
  readonly __class_fullname__: string;
  readonly p: number;
  readonly transforms?: readonly Node[];
  readonly [argument: string]: unknown;
}

const goldenFolder = resolve('../shared/golden/config');
const hasGolden = existsSync(goldenFolder);
if (!hasGolden) console.warn(`Skipped: comparison with golden pipeline documents; ${goldenFolder} is missing.`);

function golden(file: string): Node {
  return JSON.parse(readFileSync(resolve(goldenFolder, file), 'utf8')).transform;
}

function exported(result = judgedResult(), albumentations: AlbumentationsVersion = '2.0.8'): Node {
  return JSON.parse(exportResult(result, 'albumentations-json', { albumentations })).transform;
}

function children(document: Node): readonly Node[] {
  return document.transforms?.[0]?.transforms ?? [];
}

describe.skipIf(!hasGolden)('golden documents, which load in the real libraries', () => {
  const safe7 = [
    'HorizontalFlip',
    'ShiftScaleRotate',
    'RandomSizedCrop',
    'RandomContrast',
    'RandomGamma',
    'CLAHE',
    'Blur',
  ];
  const result = withParams(judgedResult({ safe: safe7 }), 'RandomSizedCrop', { minMaxHeight: [26, 30] });

  it.each([
    ['2.0.8', 'safe7.hand'],
    ['x', 'safe7.hand.x'],
  ] as const)('are what is exported for %s', (version, name) => {
    expect(exported(result, version)).toEqual(golden(`${name}.json`));
    const yaml = exportResult(result, 'albumentations-yaml', { albumentations: version });
    expect(parse(yaml).transform).toEqual(golden(`${name}.json`));
  });

  it('hold the empty pipeline', () => {
    expect(exported()).toEqual(golden('empty.hand.json'));
  });

  it('hold every transform of the paper but the crops, which the paper did not resize', () => {
    const all = withParams(judgedResult({ safe: paperPool }), 'GaussNoise', { stdRange: [0.0124, 0.0277] });
    const resized = (one: Node): boolean => /^(Sequential|.*Crop)$/.test(one.__class_fullname__);
    expect(children(exported(all)).filter((one) => !resized(one))).toEqual(
      children(golden('paper15.hand.json')).filter((one) => !resized(one)),
    );
  });
});

it('resizes after a crop, both under one probability', () => {
  const document = exported(judgedResult({ safe: ['RandomCrop', 'CenterCrop'], size: 64 }));
  const resize = { __class_fullname__: 'Resize', p: 1, height: 64, width: 64, interpolation: 1, mask_interpolation: 0 };
  expect(children(document)).toEqual(
    ['RandomCrop', 'CenterCrop'].map((crop) => ({
      __class_fullname__: 'Sequential',
      p: 0.5,
      transforms: [{ __class_fullname__: crop, p: 1, height: 50, width: 50 }, resize],
    })),
  );
});

it('writes p into every transform and container', () => {
  const missing = (node: Node): string[] => [
    ...(typeof node.p === 'number' ? [] : [node.__class_fullname__]),
    ...(node.transforms ?? []).flatMap(missing),
  ];
  expect(missing(exported(judgedResult({ safe: paperPool })))).toEqual([]);
});

it('spells ranges for albumentationsx and limits for 2.0.8 (specification 6.5)', () => {
  const names = (version: AlbumentationsVersion): string[] =>
    children(exported(judgedResult({ safe: paperPool }), version)).flatMap((node) => Object.keys(node));
  const renamed = ['brightness', 'contrast', 'gamma', 'clip', 'blur'];
  for (const name of renamed) {
    expect(names('x')).toContain(`${name}_range`);
    expect(names('x')).not.toContain(`${name}_limit`);
    expect(names('2.0.8')).toContain(`${name}_limit`);
    expect(names('2.0.8')).not.toContain(`${name}_range`);
  }
  expect(names('x')).not.toContain('noise_scale_factor');
  const noise = children(exported(judgedResult({ safe: ['GaussNoise'] }), 'x'))[0];
  expect(noise.per_channel, 'the default of albumentationsx is false').toBe(true);
});

it('keeps the noise of the paper: standard deviations as shares of 255', () => {
  for (const profile of ['modern', 'paper'] as const) {
    const [noise] = children(exported(judgedResult({ safe: ['GaussNoise'], profile })));
    const [low, high] = noise.std_range as [number, number];
    expect(low).toBeCloseTo(Math.sqrt(10) / 255, 6);
    expect(high).toBeCloseTo(Math.sqrt(50) / 255, 6);
  }
});

it('exports brightness of the paper profile as the multiplication that it was', () => {
  const [brightness] = children(exported(judgedResult({ safe: ['RandomBrightness'], profile: 'paper' })));
  expect(brightness).toMatchObject({ brightness_limit: [0, 0], contrast_limit: [-0.2, 0.2] });
});

it('carries the provenance under a key that loaders ignore', () => {
  const result = judgedResult({ safe: ['Blur', 'RandomContrast'], profile: 'paper' });
  const { safe_aug: origin } = JSON.parse(exportResult(result, 'albumentations-json', { albumentations: '2.0.8' }));
  expect(origin).toMatchObject({ judged_size: 32, presentations: 64_000, seed: 1, rule: 'interval', threshold: 0.6 });
  expect(origin.facts.join(' ')).toContain('Judged at 32 x 32 pixels after 64,000 image presentations');
  expect(origin.warnings).toEqual([
    expect.stringMatching(/^Resize pictures to 32 x 32 first\..*Blur/),
    expect.stringMatching(/^RandomContrast: .*cannot be expressed/),
  ]);
});

it('says in the YAML head where it comes from, one comment a line', () => {
  const yaml = exportResult(judgedResult({ safe: ['Blur'] }), 'albumentations-yaml', { albumentations: '2.0.8' });
  const head = yaml.split('\n\n')[0].split('\n');
  expect(head.every((line) => line.startsWith('# '))).toBe(true);
  expect(head.join('\n')).toMatch(/32 x 32[\s\S]*interval rule, threshold 0\.60[\s\S]*Warning: Resize pictures/);
});
