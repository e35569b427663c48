import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportResult } from '../../src/export/exportResult';
import { exampleResult } from '../fixtures/result';
import { writeExampleRun } from './support/exampleRun';
import { cannotSearch, lacking, openSession, showFailures, type Session } from './support/session';
import { activeTab, notification, openTree, panel, pickRow, runCommand } from './support/workbench';

describe.skipIf(lacking())('around a finished run', () => {
  let session: Session;
  let older: string;
  beforeAll(async () => {
    session = await openSession({
      prepare: async ({ workspace }) => {
        await writeExampleRun(workspace);
        const result = exampleResult();
        const safeSet = result.safeSet.slice(1);
        older = await writeExampleRun(workspace, {
          id: '20261120-100000-eurosat',
          startedAt: '2026-11-20T10:00:00.000Z',
          result: { ...result, safeSet, settings: { ...result.settings, seed: 7 } },
        });
        const text = exportResult(result, 'safe-aug', { albumentations: '2.0.8' });
        writeFileSync(join(workspace, 'safe-aug.json'), text);
      },
    });
  });
  afterAll(() => session?.close());
  showFailures(() => session);

  it('the tree shows runs, verdicts and transforms, and opens what is clicked', async () => {
    const { page } = session;
    const tree = await openTree(page);
    const rows = tree.locator('.monaco-list-row');
    await rows.filter({ hasText: 'eurosat' }).nth(1).waitFor();
    await rows.first().locator('.monaco-tl-twistie').click();
    await rows.filter({ hasText: 'Safe' }).first().waitFor();
    await rows.filter({ hasText: 'HorizontalFlip' }).first().click();
    await panel(page).getByText('Detail of').or(panel(page).getByText('Evidence in words')).first().waitFor();
    await session.shoot('around-1-tree');
    // To look at a run is no news.
    expect(await notification(page, 'Safe Aug on eurosat').count()).toBe(0);
  });

  it('the tree follows the threshold of the panel, and says which it is', async () => {
    const { page } = session;
    const knob = panel(page)
      .getByRole('slider', { name: /threshold/i })
      .first();
    await knob.focus();
    await page.keyboard.press('PageUp');
    const threshold = Number(await knob.getAttribute('aria-valuenow'));
    expect(threshold).toBeGreaterThan(0.6);
    const tree = await openTree(page);
    await tree.getByText(`safe at ${threshold}`).waitFor();
    await session.shoot('around-1-tree-threshold');
    await knob.focus();
    await page.keyboard.press('Home');
    await tree.getByText(`safe at ${threshold}`).waitFor({ state: 'detached' });
  });

  it('two runs can be compared', async () => {
    const { page } = session;
    await runCommand(page, 'Safe Aug: Compare Runs');
    await pickRow(page, /Nov 24/).click();
    await pickRow(page, /Nov 20/).click();
    await page.locator('.monaco-diff-editor').getByText('"seed"').first().waitFor();
    await session.shoot('around-2-compare');
  });

  it('the report opens in a tab', async () => {
    const { page } = session;
    await runCommand(page, 'Safe Aug: Open Report');
    await pickRow(page, /Nov 24/).click();
    await page.getByRole('tab', { name: /Report: eurosat/ }).waitFor();
    await panel(page).getByRole('heading', { level: 1 }).waitFor();
    await session.shoot('around-3-report');
  });

  it('an export is a new document that nobody has saved', async () => {
    const { page, profile } = session;
    await runCommand(page, 'Safe Aug: Export…');
    await pickRow(page, /Nov 24/).click();
    await pickRow(page, 'albumentations-yaml').click();
    await page.locator('.monaco-editor').getByText('SomeOf').first().waitFor();
    await session.shoot('around-4-export');
    expect(existsSync(join(profile.workspace, 'safe_transforms.yaml'))).toBe(false);
  });

  it.skipIf(cannotSearch())('safe-aug.json is checked against its schema, and shows its actions', async () => {
    const { page } = session;
    await page.keyboard.press('Control+p');
    await page.locator('.quick-input-widget .quick-input-box input').fill('safe-aug.json');
    await pickRow(page, 'safe-aug.json').click();
    await page.getByText('Show Evidence').or(page.getByText('Learn Again…')).first().waitFor();
    await page.locator('.monaco-editor').getByText('"judgedSize"').first().click();
    await page.keyboard.press('Home');
    await page.keyboard.type('"bogus": 1,');
    const squiggles = page.locator('.squiggly-error, .squiggly-warning');
    await squiggles.first().waitFor();
    await session.shoot('around-5-schema');
    await runCommand(page, 'File: Revert File');
    await activeTab(page, 'saved').waitFor();
    // As it was exported, it is what the schema says.
    await expect.poll(() => squiggles.count(), { timeout: 30_000 }).toBe(0);
  });

  it('a run is deleted after it was asked for', async () => {
    const { page } = session;
    await runCommand(page, 'Safe Aug: Delete Run');
    await pickRow(page, /Nov 20/).click();
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    await session.shoot('around-6-delete');
    expect(existsSync(older)).toBe(true);
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => existsSync(older), { timeout: 60_000 }).toBe(false);
    const tree = await openTree(page);
    await expect.poll(() => tree.getByText('Nov 20').count(), { timeout: 60_000 }).toBe(0);
  });

  it('the doctor finds that the installed extension works', async () => {
    const { page } = session;
    await runCommand(page, 'Safe Aug: Doctor');
    await notification(page, 'Safe Aug works on this machine.').waitFor();
    await session.shoot('around-7-doctor');
    expect(session.policyViolations).toEqual([]);
  });
});
