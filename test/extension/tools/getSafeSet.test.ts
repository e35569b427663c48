import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { safeSetOfResult } from '../../../src/extension/insertion/safeSet';
import { judgedResult } from '../../../src/extension/runs/judgedResult';
import type { RunIndex } from '../../../src/extension/runs/runIndex';
import type { SafeSetAnswer } from '../../../src/extension/tools/safeSetAnswer';
import { registerGetSafeSet } from '../../../src/extension/tools/getSafeSet';
import { runPaths } from '../../../src/run/runPaths';
import { exampleEvents } from '../../fixtures/events';
import { closedResult } from '../../fixtures/result';
import { temporaryFolder } from '../../run/temporaryFolder';
import { current, FakeEditor } from '../fakeEditor';

vi.mock('vscode', async () => (await import('../fakeEditor')).vscode);

beforeEach(() => (current.editor = new FakeEditor()));

it.each([null, 0.55, 0.9])('tells a language model what would be inserted: at the threshold %j', async (threshold) => {
  const folder = join(temporaryFolder(), 'run');
  mkdirSync(folder);
  writeFileSync(runPaths(folder).result, JSON.stringify(closedResult()));
  writeFileSync(runPaths(folder).events, exampleEvents(closedResult()).map((event) => `${JSON.stringify(event)}\n`).join('')); // prettier-ignore
  const runs = { all: async () => [{ folder, manifest: { data: '/images/eurosat' }, summary: {} }] };
  registerGetSafeSet(runs as unknown as RunIndex, { thresholdOf: () => threshold });
  const { content } = await current.editor.tools.get('safe-aug_get_safe_set')!.invoke({ input: {} });
  const [told] = JSON.parse(content[0].value) as SafeSetAnswer[];
  const inserted = safeSetOfResult(await judgedResult(folder, threshold));
  expect(told.safeSet).toEqual(inserted.members);
  expect(told.use).toEqual(inserted.use);
});
