import { describe, expect, it } from 'vitest';
import { learnArgumentsFrom } from '../../src/cli/learning/learnArguments';
import { RunError } from '../../src/run/runError';

const whole = {
  budget: 'quick',
  presentations: 64_000,
  minutes: null,
  seed: 1,
  pool: null,
  profile: 'modern',
  maxSubset: 4,
  subsetPer: 'image',
  size: null,
  guard: 3,
  engine: 'onnx',
  rule: 'interval',
  threshold: 0.6,
  headsWeight: 8,
  controls: true,
  maxImages: 22_000,
  threads: 2,
};

describe('learnArgumentsFrom', () => {
  it('gives back what learn wrote', () => {
    expect(learnArgumentsFrom(JSON.parse(JSON.stringify(whole)), 'run')).toEqual(whole);
  });

  it.each(Object.keys(whole))('refuses a run.json without %s', (key) => {
    expect(() => learnArgumentsFrom({ ...whole, [key]: undefined }, 'run')).toThrow(RunError);
  });

  it.each([
    ['size', 1_000_000],
    ['threads', 0],
    ['threshold', Number.NaN],
    ['pool', 'HorizontalFlip'],
  ])('refuses %s = %s by name', (key, value) => {
    expect(() => learnArgumentsFrom({ ...whole, [key]: value }, 'run')).toThrow(new RegExp(`"${key}"`));
  });

  it.each([null, undefined, 7, []])('refuses %j', (options) => {
    expect(() => learnArgumentsFrom(options, 'run')).toThrow(RunError);
  });
});
