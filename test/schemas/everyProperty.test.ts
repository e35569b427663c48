import { describe, expect, it } from 'vitest';
import { exportResult } from '../../src/export/exportResult';
import { exampleEvents } from '../fixtures/events';
import * as results from '../fixtures/result';
import { changedAt, propertyPaths, type Path } from './propertyPaths';
import { validator } from './validator';

const safeAugFile = (): unknown =>
  JSON.parse(exportResult(results.exampleResult(), 'safe-aug', { albumentations: '2.0.8', run: null }));
const eventOfEachType = [...new Map(exampleEvents().map((event) => [event.type, event])).values()];
const values = [
  ['result', 'exampleResult', results.exampleResult()],
  ['result', 'unlabelledResult', results.unlabelledResult()],
  ['result', 'emptySafeSetResult', results.emptySafeSetResult()],
  ['result', 'stoppedResult', results.stoppedResult()],
  ['safe-aug', 'the export', safeAugFile()],
  ...eventOfEachType.map((event) => ['events', event.type, event] as const),
] as const;

/** Inside objects whose property names are data: settings of a transform, and verdicts by the transform's name. */
const isByName = (path: Path): boolean => path.at(-2) === 'params' || (path.length === 2 && path[0] === 'verdicts');
const isInterval = (value: unknown, path: Path): boolean =>
  Array.isArray(value) && /^interval/i.test(String(path.at(-1)));
const at = (value: unknown, path: Path): unknown =>
  path.reduce((node, step) => (node as Record<string | number, unknown>)[step], value);

describe.each(values)('%s: in %s,', (schema, _what, value) => {
  const paths = propertyPaths(value);
  /** Paths at which a changed value is still accepted. */
  async function accepted(chosen: readonly Path[], change: Parameters<typeof changedAt>[2]): Promise<string[]> {
    const check = await validator(schema);
    expect(check(value)).toEqual([]);
    return chosen.filter((path) => check(changedAt(value, path, change)).length === 0).map((path) => path.join('/'));
  }

  it('no property may be missing', async () => {
    const required = paths.filter((path) => !isByName(path));
    expect(await accepted(required, (parent, name) => delete parent[name])).toEqual([]);
  });

  it('no property may be misspelt beside the right one', async () => {
    const fixed = paths.filter((path) => !isByName(path));
    expect(await accepted(fixed, (parent, name) => (parent[`${name}s_`] = parent[name]))).toEqual([]);
  });

  it('no property may be of another type', async () => {
    expect(await accepted(paths, (parent, name) => (parent[name] = { not: 'this' }))).toEqual([]);
  });

  it('no interval may be reversed, too long, too short, or hold words', async () => {
    const intervals = paths.filter((path) => isInterval(at(value, path), path));
    for (const wrong of [[0.6, 0.4], [0.4, 0.5, 0.6], [0.4], [], ['0.4', '0.6'], [0.4, null]]) {
      expect(await accepted(intervals, (parent, name) => (parent[name] = wrong))).toEqual([]);
    }
  });
});
