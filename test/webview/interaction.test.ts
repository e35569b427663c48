import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from './harness/browser';
import { openPanelPage } from './harness/panelPage';
import { situations } from './harness/runs';
import { takeScreenshot } from './harness/screenshots';

/** The name of the row that has the focus; null when it is elsewhere. */
const focusedRow = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.querySelector('.row-name')?.textContent ?? null);
const rowNames = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...document.querySelectorAll('.row-name')].map((name) => name.textContent));
const badges = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...document.querySelectorAll('.row .verdict-badge')].map((badge) => badge.textContent));

describeInBrowser('the panel under hand and keyboard', (browser) => {
  it('walks, opens and closes rows by keyboard, with one Tab stop for all of them', async () => {
    const panel = await openPanelPage(browser(), { state: situations.finished() });
    const { page } = panel;
    const stops = await page.locator('.row-button[tabindex="0"]').count();
    expect(stops).toBe(1);
    await page.locator('.row-button[tabindex="0"]').focus();
    const names = await rowNames(page);
    expect(await focusedRow(page)).toBe(names[0]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focusedRow(page)).toBe(names[2]);
    await page.keyboard.press('End');
    expect(await focusedRow(page)).toBe(names.at(-1));
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await panel.settled();
    expect(await page.locator('.detail').getAttribute('aria-label')).toBe(`Detail of ${names[0]}`);
    expect(await page.locator('.row-button[aria-expanded="true"]').count()).toBe(1);
    expect(await focusedRow(page)).toBe(names[0]);

    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.detail') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await panel.settled();
    expect(await page.locator('.detail').count()).toBe(0);
    expect(await focusedRow(page)).toBe(names[0]);

    await page.keyboard.press('ArrowRight');
    await panel.settled();
    expect(await page.locator('.detail').count()).toBe(1);
    await page.keyboard.press('ArrowLeft');
    await panel.settled();
    expect(await page.locator('.detail').count()).toBe(0);
    expect(panel.problems).toEqual([]);
    await panel.close();
  });

  it('judges again while the threshold is dragged, moves rows on release only, and tells the host then', async () => {
    const panel = await openPanelPage(browser(), { state: situations.finished(), width: 1200 });
    const { page } = panel;
    const before = await rowNames(page);
    const knob = await page.locator('.knob').boundingBox();
    const axis = await page.locator('.axis-box').boundingBox();
    if (!knob || !axis) throw new Error('The threshold has no handle.');
    const xOf = (auroc: number): number => axis.x + ((auroc - 0.4) / 0.6) * axis.width;
    await page.mouse.move(knob.x + knob.width / 2, knob.y + 5);
    await page.mouse.down();
    await page.mouse.move(xOf(0.53), knob.y + 5, { steps: 4 });
    await panel.settled();
    expect((await badges(page)).filter((word) => word === 'Safe').length).toBeLessThan(4);
    expect(await rowNames(page)).toEqual(before);
    expect(panel.said).toEqual([]);
    await page.mouse.move(xOf(0.85), knob.y + 5, { steps: 4 });
    await page.mouse.up();
    await panel.settled();
    const [said] = panel.said;
    expect(panel.said).toHaveLength(1);
    expect(said.type === 'setThreshold' && said.threshold).toBeCloseTo(0.85, 2);
    expect((await badges(page)).filter((word) => word === 'Safe').length).toBeGreaterThan(4);
    expect(await page.locator('.threshold-note').isVisible()).toBe(true);
    expect(await page.locator('[role=status]').textContent()).toMatch(/^Threshold 0\.8[45]\d?: \d+ safe/);
    await takeScreenshot(page, 'threshold-moved-dark-1200');

    await page.locator('.threshold-note vscode-button').click();
    await panel.settled();
    expect(panel.said.at(-1)).toEqual({ type: 'setThreshold', threshold: null });
    expect(await rowNames(page)).toEqual(before);
    await panel.close();
  });

  it('moves the threshold by keys', async () => {
    const panel = await openPanelPage(browser(), { state: situations.finished() });
    await panel.page.locator('.knob').focus();
    await panel.page.keyboard.press('ArrowRight');
    await panel.page.keyboard.press('PageUp');
    await panel.settled();
    expect(await panel.page.locator('.knob').getAttribute('aria-valuenow')).toBe('0.655');
    await panel.page.keyboard.press('Home');
    await panel.settled();
    expect(await panel.page.locator('.knob').getAttribute('aria-valuenow')).toBe('0.600');
    await panel.close();
  });

  it('counts every key of several pressed before the page is drawn again', async () => {
    const panel = await openPanelPage(browser(), { state: situations.finished() });
    await panel.page.locator('.knob').evaluate((knob) => {
      for (const key of ['PageUp', 'ArrowRight', 'Home', 'ArrowRight', 'PageUp'])
        knob.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });
    await panel.settled();
    expect(await panel.page.locator('.knob').getAttribute('aria-valuenow')).toBe('0.655');
    await panel.close();
  });

  it('filters, searches, groups and sorts, and keeps that and nothing else', async () => {
    const panel = await openPanelPage(browser(), { state: situations.finished() });
    const { page } = panel;
    await page.locator('.toggle', { hasText: 'Undecided' }).click();
    await panel.settled();
    expect(await rowNames(page)).toEqual(['RandomGamma']);
    await page.locator('.toggle', { hasText: 'Undecided' }).click();
    await page.locator('vscode-text-field').click();
    await page.keyboard.type('flip');
    await panel.settled();
    expect((await rowNames(page)).sort()).toEqual(['HorizontalFlip', 'VerticalFlip']);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('nothing like it');
    await panel.settled();
    expect(await page.locator('.no-rows').isVisible()).toBe(true);
    await page.locator('.no-rows vscode-button').click();
    await page.locator('#group-by').click();
    await page.locator('vscode-option', { hasText: 'Nothing' }).click();
    await page.locator('.sort-button', { hasText: 'Transform' }).click();
    await panel.settled();
    const names = await rowNames(page);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
    expect(await panel.kept()).toEqual({
      tab: 'evidence',
      sort: 'name',
      descending: false,
      groupBy: 'none',
      verdicts: [],
      search: '',
      open: null,
      runFolder: '/project/.safe-aug/runs/2026-11-24-0815-eurosat',
    });
    await panel.close();
  });

  it('shows pictures large, goes through them by keys, and gives the focus back', async () => {
    const panel = await openPanelPage(browser(), { state: situations.finished(), kept: { open: 'RandomCrop' } });
    const { page } = panel;
    await page.locator('.picture').nth(2).click();
    expect(await page.locator('dialog img').nth(1).getAttribute('alt')).toBe('Picture 1, RandomCrop, draw 2');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('dialog img').nth(1).getAttribute('alt')).toBe('Picture 1, RandomCrop, draw 3');
    await page.screenshot({ path: 'test/e2e/shots/panel-large-view.png', caret: 'initial' });
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('picture');
    expect(await page.locator('.detail').count()).toBe(1);
    await panel.close();
  });

  it('reads values of a curve by pointer and by keys', async () => {
    const panel = await openPanelPage(browser(), { state: situations.finished(), kept: { tab: 'curves' } });
    const { page } = panel;
    await page.locator('.curve-wide .plot').hover({ position: { x: 300, y: 100 } });
    expect(await page.locator('.curve-wide .readout').isVisible()).toBe(true);
    expect(await page.locator('.curve-wide .readout-line').count()).toBe(15);
    await takeScreenshot(page, 'curves-hover-dark-1200');
    await page.locator('.curve-wide .plot').focus();
    await page.keyboard.press('End');
    expect(await page.locator('[role=status]').textContent()).toMatch(/^64,000: ToGray 1\.000, CLAHE 1\.000/);
    await page.locator('.curve-wide summary').click();
    await panel.settled();
    expect(await page.locator('.curve-wide table tbody tr').count()).toBe(5);
    await panel.close();
  });

  it('keeps the head of the table in view', async () => {
    const panel = await openPanelPage(browser(), { state: situations.finished(), height: 700 });
    await panel.page.mouse.wheel(0, 500);
    await panel.page.waitForTimeout(100);
    const box = await panel.page.locator('.evidence-table thead').boundingBox();
    expect(box?.y).toBeCloseTo(0, 0);
    await panel.page.screenshot({ path: 'test/e2e/shots/panel-scrolled.png', caret: 'initial' });
    await panel.close();
  });

  it('opens the transform that the host asks for', async () => {
    const panel = await openPanelPage(browser(), { state: situations.finished(), kept: { tab: 'run' } });
    await panel.post({ type: 'reveal', transform: 'CLAHE' });
    await panel.settled();
    expect(await panel.page.locator('.detail').getAttribute('aria-label')).toBe('Detail of CLAHE');
    expect(await focusedRow(panel.page)).toBe('CLAHE');
    expect(await panel.page.locator('.row.open').isVisible()).toBe(true);
    await panel.close();
  });

  it('says what its buttons ask for, and why some cannot be pressed', async () => {
    const panel = await openPanelPage(browser(), { state: situations.learning() });
    const write = panel.page.locator('vscode-button', { hasText: 'Write safe-aug.json' });
    await write.click({ force: true });
    expect(panel.said).toEqual([]);
    expect(await write.getAttribute('title')).toBe('Available when the run has ended');
    await panel.page.locator('.progress vscode-button:visible').click();
    expect(panel.said).toEqual([{ type: 'act', action: 'stop' }]);
    panel.update({ ...situations.learning(), phase: 'stopping' });
    await panel.settled();
    await panel.page.locator('vscode-button', { hasText: 'Stop Now' }).click();
    expect(panel.said.at(-1)).toEqual({ type: 'act', action: 'stopNow' });
    await panel.close();
  });

  it('only shows things in an untrusted workspace', async () => {
    const panel = await openPanelPage(browser(), { state: situations.interrupted(), trusted: false });
    await panel.page.locator('.trouble vscode-button', { hasText: 'Resume' }).click({ force: true });
    await panel.page.locator('vscode-button', { hasText: 'Insert into Config' }).click({ force: true });
    expect(panel.said).toEqual([]);
    expect(await panel.page.locator('.page-header').textContent()).toContain('This workspace is not trusted');
    await panel.close();
  });

  it('asks for a snapshot when a delta does not follow from what it knows', async () => {
    const panel = await openPanelPage(browser(), { state: situations.learning() });
    await panel.post({ type: 'delta', base: 77, revision: 78, changes: { warnings: ['never shown'] } });
    panel.update(situations.finished());
    await panel.settled();
    expect(await panel.page.locator('.answer').textContent()).toMatch(/^4 of 15/);
    expect(panel.problems).toEqual([]);
    await panel.close();
  });
});
