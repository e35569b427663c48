import { describe, expect, it } from 'vitest';
import { safeAug, safeAugFile } from '../../../src/export/targets/safeAug';
import { parseSafeAugFile } from '../../../src/extension/safeAugFile/parseSafeAugFile';
import { judgedResult, paperPool } from '../../export/judgedResult';
import { emptySafeSetResult, exampleResult } from '../../fixtures/result';

const written = safeAug.render(judgedResult({ safe: paperPool }), { albumentations: '2.0.8' });
const read = (text: string) => parseSafeAugFile(text, 'signs/safe-aug.json');

it('reads what was written, with a mark of the byte order and without', () => {
  for (const result of [exampleResult(), emptySafeSetResult(), judgedResult({ safe: paperPool, profile: 'paper' })]) {
    const text = safeAug.render(result, { albumentations: '2.0.8' });
    expect(read(text)).toEqual(safeAugFile(result));
    expect(read(`\uFEFF${text}`)).toEqual(safeAugFile(result));
  }
});

describe('what people have edited', () => {
  /** What was written with another value at some keys; undefined takes the last key away. */
  const edited = (keys: readonly string[], value: unknown): string => {
    const file: unknown = JSON.parse(written);
    const last = keys[keys.length - 1];
    const holder = keys
      .slice(0, -1)
      .reduce<Record<string, unknown>>(
        (inner, key) => inner[key] as Record<string, unknown>,
        file as Record<string, unknown>,
      );
    holder[last] = value;
    return JSON.stringify(file);
  };

  it.each([
    ['a version to come', edited(['version'], 2), 'version should be 1, the version that this Safe Aug'],
    ['code for a number', edited(['use', 'subsetSize'], '__import__("os")'), 'use.subsetSize should be a wh'],
    ['a share above one', edited(['use', 'p'], 1.5), 'use.p should be a number from 0 to 1'],
    ['another verdict', edited(['verdicts', 'Blur', 'verdict'], 'good'), 'verdicts.Blur.verdict should be one of'],
    ['no verdicts', edited(['verdicts'], null), 'verdicts should be a map of keys'],
    ['no verdict of a member', edited(['verdicts', 'Blur'], undefined), 'safeSet should be transforms that have a'],
    ['a name that is none', edited(['safeSet', '3', 'name'], 3), 'safeSet[3].name should be a text'],
    ['text for strength', edited(['safeSet', '0', 'params', 'p'], 'x'), 'safeSet[0].params.p should be a number or a'],
    ['nothing for a size', edited(['judgedSize'], undefined), 'judgedSize should be a whole number'],
    ['a list', '[]', 'its content should be a map of keys'],
    ['a conflict', '<<<<<<< HEAD', 'safe-aug.json is no JSON'],
  ])('%s is refused: which value, what it should be, what to do', (_, text, reason) => {
    expect(() => read(text)).toThrow(reason);
    expect(() => read(text)).toThrow(
      /^signs\/safe-aug\.json .*Correct it, or write (?:the file|it) anew from a run\.$/,
    );
  });
});
