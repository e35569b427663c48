import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { safeAugFile } from '../../src/export/targets/safeAug';
import { useWarning } from '../../src/judge/pairs/words';
import { closedResult, emptySafeSetResult, exampleResult, stoppedResult, unlabelledResult } from '../fixtures/result';
import { judgedResult } from './judgedResult';

const schema = resolve('schemas/safe-aug.schema.json');

it.each([
  ['typical', exampleResult()],
  ['empty', emptySafeSetResult()],
  ['unlabelled', unlabelledResult()],
  ['stopped', stoppedResult()],
  ['paper profile', judgedResult({ safe: ['RandomContrast', 'Blur'], profile: 'paper' })],
])('fits its schema: %s', (_, result) => {
  const check = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(schema, 'utf8')));
  check(JSON.parse(JSON.stringify(safeAugFile(result))));
  expect(check.errors).toBeNull();
});

it('keeps a line of evidence for every verdict and the strengths of the safe set', () => {
  const file = safeAugFile(judgedResult({ safe: ['HorizontalFlip', 'RandomGamma'] }));
  expect(Object.keys(file.verdicts)).toHaveLength(15);
  expect(file.verdicts.HorizontalFlip).toEqual({
    verdict: 'safe',
    evidence: expect.stringMatching(
      /^AUROC 0\.541 \[0\.\d{3}, 0\.\d{3}\] against 0\.60 on [\d,]+ pictures a side; .* \d+ % of [\d,]+ recognised pictures$/,
    ),
    exceptClasses: [],
    otherClasses: null,
  });
  expect(file.safeSet).toEqual([
    { name: 'HorizontalFlip', params: {} },
    { name: 'RandomGamma', params: { gammaLimit: [80, 120] } },
  ]);
  expect(file.use).toEqual({ subsetSize: 2, p: 0.5 });
});

it('names the classes that a harmful transform breaks, and says what it would be for the others', () => {
  const result = judgedResult();
  const [flip, ...others] = result.transforms;
  const broken = {
    ...flip,
    verdict: 'harmful',
    reasonCode: 'labels-change',
    exceptClasses: [3, 8],
    otherClasses: 'safe',
  } as const;
  const { verdicts } = safeAugFile({ ...result, transforms: [broken, ...others] });
  expect(verdicts[flip.name]).toMatchObject({
    verdict: 'harmful',
    exceptClasses: ['Highway', 'River'],
    otherClasses: 'safe',
  });
});

it('writes paths as given, with forward slashes, and no run unless told', () => {
  const result = judgedResult();
  expect(safeAugFile(result)).toMatchObject({ run: null, dataset: { name: 'eurosat', path: 'data/eurosat' } });
  const linked = safeAugFile(result, { datasetPath: '..\\data', run: '.safe-aug\\runs\\1' });
  expect(linked).toMatchObject({ run: '.safe-aug/runs/1', dataset: { name: 'eurosat', path: '../data' } });
});

it('holds no times, so that the same verdicts give the same bytes', () => {
  const result = judgedResult({ safe: ['Blur'] });
  const later = { ...result, timing: { ...result.timing, startedAt: '2030-01-01T00:00:00.000Z', totalSeconds: 1 } };
  expect(JSON.stringify(safeAugFile(later))).toBe(JSON.stringify(safeAugFile(result)));
});

it('says what to do, and why there is nothing to use', () => {
  expect(safeAugFile(judgedResult({ safe: ['Blur'] })).recommendedUse).toMatch(
    /^For each picture draw 1 of the 1 safe/,
  );
  expect(safeAugFile(judgedResult()).recommendedUse).toBe(
    'No transform was shown to be safe on this data: 15 shifting. Use none of them.',
  );
});

it('warns of a recommended use that is not safe once', () => {
  const result = closedResult();
  const use = { ...result.closing.use!, verdict: 'undecided' } as const;
  const open = { ...result, closing: { ...result.closing, use }, warnings: ['first', useWarning(use)!] };
  const { warnings } = safeAugFile(open);
  expect(warnings).toContain('first');
  expect(warnings.filter((warning) => warning.includes('ecommended use'))).toHaveLength(1);
});
