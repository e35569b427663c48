import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { safeAug } from '../../../src/export/targets/safeAug';
import { insertSafeSet } from '../../../src/extension/commands/insertSafeSet';
import type { Host } from '../../../src/extension/host';
import { judgedResult } from '../../export/judgedResult';
import { current, FakeEditor, type FakeDocument } from '../fakeEditor';

vi.mock('vscode', async () => (await import('../fakeEditor')).vscode);

const log = { warn: () => undefined, info: () => undefined, show: () => undefined };
const host = { log, program: 'dist/cli.js', runs: { all: async () => [] } } as unknown as Host;
const hydra = 'train:\n  - _target_: albumentations.Blur\n';

let folder: string;
beforeEach(() => {
  current.editor = new FakeEditor();
  folder = mkdtempSync(join(tmpdir(), 'safe-aug-kept-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A workspace folder whose safe-aug.json has one safe transform, and a file of it to insert into. */
function project(name: string, safe: string): FakeDocument {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(
    join(path, 'safe-aug.json'),
    safeAug.render(judgedResult({ safe: [safe] }), { albumentations: '2.0.8' }),
  );
  writeFileSync(join(path, 'train.yaml'), hydra);
  current.editor.folders.push(path);
  return current.editor.open(join(path, 'train.yaml'), hydra);
}

it('takes the safe-aug.json of the folder that holds the file', async () => {
  project('first', 'ToGray');
  const document = project('second', 'Transpose');
  current.editor.choices = [{ row: 'train' }];
  await insertSafeSet(host, document.uri);
  expect(document.text).toContain('albumentations.Transpose');
  expect(document.text).not.toContain('albumentations.ToGray');
});

it('says which value of a safe-aug.json is wrong', async () => {
  const document = project('only', 'Transpose');
  writeFileSync(join(folder, 'only', 'safe-aug.json'), '{"version": 2}');
  await insertSafeSet(host, document.uri);
  expect(current.editor.errors).toEqual([expect.stringMatching(/safe-aug\.json cannot be used: version should be 1/)]);
  expect(document.text).toBe(hydra);
});
