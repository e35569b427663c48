import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lacking, openSession, showFailures, type Session } from '../support/session';
import { notification, panel, pickRow, runCommand } from '../support/workbench';

describe.skipIf(lacking())('the walkthrough', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession();
  });
  afterAll(() => session?.close());
  showFailures(() => session);

  it('offers the first verdicts on generated arrows', async () => {
    const { page } = session;
    await page.locator('.activitybar [aria-label="Safe Aug"]').first().click();
    await page.getByText('Which image augmentations are safe for your own data?').waitFor();
    await session.shoot('toy-1-welcome');
    await runCommand(page, 'Open Walkthrough');
    await pickRow(page, 'Get Started with Safe Aug').click();
    await page.getByText('Your first verdicts').first().waitFor();
    // What stands beside the steps is shown where there is room for it.
    await page.keyboard.press('Control+b');
    await page
      .locator('iframe.webview.ready')
      .contentFrame()
      .locator('iframe#active-frame')
      .contentFrame()
      .getByText('left')
      .first()
      .waitFor();
    await session.shoot('toy-2-walkthrough');
    await page.getByRole('button', { name: 'Learn from Generated Arrows' }).last().click();
    await panel(page).getByText('arrows').first().waitFor();
  });

  it('ends with a flip that breaks labels', async () => {
    const { page } = session;
    await notification(page, /Safe Aug on arrows.*harmful/).waitFor({ timeout: 280_000 });
    const row = panel(page).getByRole('row').filter({ hasText: 'HorizontalFlip' }).first();
    await row.getByText('Harmful').first().waitFor();
    await row.click();
    await panel(page).getByText('Labels break').first().waitFor();
    await session.shoot('toy-3-harmful');
    expect(session.learners()).toEqual([]);
  }, 300_000);
});
