import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { renderSchemas } from '../../scripts/schemas.mjs';
import { exportResult } from '../../src/export/exportResult';
import type { ReasonCode } from '../../src/protocol/result';
import { exampleEvents } from '../fixtures/events';
import * as results from '../fixtures/result';
import { undescribed, type SchemaNode } from './undescribed';
import { validator } from './validator';

const examples = Object.entries(results).map(([name, make]) => [name, make()] as const);
const names = ['result', 'safe-aug', 'events'] as const;

describe('the schema files', () => {
  it('are what the types say: run "npm run schemas" after changing src/protocol', async () => {
    const rendered = await renderSchemas();
    expect([...rendered.keys()]).toEqual(names.map((name) => `schemas/${name}.schema.json`));
    for (const [path, text] of rendered) expect(await readFile(path, 'utf8')).toBe(text);
  }, 60_000);

  it.each(names)('describe every property of %s, for hover and completion in editors', async (name) => {
    expect(undescribed(JSON.parse(await readFile(`schemas/${name}.schema.json`, 'utf8')) as SchemaNode)).toEqual([]);
  });
});

describe('valid values', () => {
  it.each(examples)('%s is a result, and its export a safe-aug.json', async (_name, result) => {
    expect((await validator('result'))(result)).toEqual([]);
    const exported: unknown = JSON.parse(exportResult(result, 'safe-aug', { albumentations: '2.0.8' }));
    expect((await validator('safe-aug'))(exported)).toEqual([]);
  });

  it('are all events of a run', async () => {
    const check = await validator('events');
    for (const event of exampleEvents()) expect(check(event)).toEqual([]);
  });
});

describe('refused values', () => {
  const result = results.exampleResult();
  const first = result.transforms[0];
  const withFirst = (change: object): unknown => ({
    ...result,
    transforms: [{ ...first, ...change }, ...result.transforms.slice(1)],
  });

  it.each([
    ['an unknown verdict', { verdict: 'dangerous' }],
    ['an unknown reason code', { reasonCode: 'because' satisfies string as ReasonCode }],
    ['an unknown property', { verdictt: 'safe' }],
    [
      'an AUROC above 1',
      {
        evidence: {
          ...first.evidence,
          alone: { ...first.evidence.alone, probe: { ...first.evidence.alone.probe, auroc: 1.2 } },
        },
      },
    ],
    [
      'an interval of three numbers',
      {
        evidence: {
          ...first.evidence,
          alone: { ...first.evidence.alone, probe: { ...first.evidence.alone.probe, interval95: [0, 0.5, 1] } },
        },
      },
    ],
    ['half a picture', { evidence: { ...first.evidence, alone: { ...first.evidence.alone, n: 0.5 } } }],
  ])('%s', async (_what, change) => {
    const check = await validator('result');
    expect(check(withFirst({}))).toEqual([]);
    expect(check(withFirst(change))).not.toEqual([]);
  });

  it.each([
    ['a share below 0', 'result', { use: { subsetSize: 4, p: -0.1 } }],
    ['a share above 1', 'result', { use: { subsetSize: 4, p: 1.5 } }],
    ['a negative count', 'result', { presentations: -1 }],
    ['another version', 'result', { version: 2 }],
    ['a threshold above 1', 'safe-aug', { threshold: 1.5 }],
    ['half a pixel', 'safe-aug', { judgedSize: 31.5 }],
    ['an unknown budget', 'safe-aug', { budget: 'endless' }],
    ['another version', 'safe-aug', { version: 2 }],
    ['a time before the start', 'events', { t: -1 }],
    ['half a millisecond', 'events', { t: 0.5 }],
    ['another version', 'events', { v: 2 }],
  ] as const)('%s in %s', async (_what, name, change) => {
    const check = await validator(name);
    const exported = JSON.parse(exportResult(result, 'safe-aug', { albumentations: '2.0.8' })) as object;
    const valid = { result, 'safe-aug': exported, events: exampleEvents()[1] }[name];
    expect(check(valid)).toEqual([]);
    expect(check({ ...valid, ...change })).not.toEqual([]);
  });

  it('an event of an unknown type', async () => {
    const [event] = exampleEvents();
    expect((await validator('events'))({ ...event, type: 'party' })).not.toEqual([]);
  });
});
