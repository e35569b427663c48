import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { openReport } from '../../../src/extension/commands/openReport';
import type { Host } from '../../../src/extension/host';
import { runPaths } from '../../../src/run/runPaths';
import { temporaryFolder } from '../../run/temporaryFolder';
import { current, FakeEditor } from '../fakeEditor';

vi.mock('vscode', async () => (await import('../fakeEditor')).vscode);

beforeEach(() => (current.editor = new FakeEditor()));

it('holds a page that lies in a run folder to the policy of a report, whoever made it', async () => {
  const folder = join(temporaryFolder(), 'run');
  mkdirSync(folder);
  const foreign = '<!doctype html><html><head></head><body><img src="https://example.org/seen.png"></body></html>';
  writeFileSync(runPaths(folder).report, foreign);
  const run = { folder, summary: { chosenThreshold: null }, manifest: { data: '/images/cats' } };
  await openReport({ runs: { all: async () => [run] } } as unknown as Host, folder);
  const { html } = current.editor.pages[0].webview;
  expect(current.editor.notices).toEqual([]);
  expect(html.indexOf("default-src 'none'")).toBeGreaterThan(0);
  expect(html.indexOf("default-src 'none'")).toBeLessThan(html.indexOf('example.org'));
});

it('says by which threshold a report judges once the user has chosen another', async () => {
  const folder = join(temporaryFolder(), 'run');
  mkdirSync(folder);
  writeFileSync(runPaths(folder).report, '<!doctype html>');
  const run = { folder, summary: { chosenThreshold: 0.65 }, manifest: { data: '/images/cats' } };
  await openReport({ runs: { all: async () => [run] } } as unknown as Host, folder);
  expect(current.editor.notices.join()).toContain('follow the one that you chose: 0.65');
});
