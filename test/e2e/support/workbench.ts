import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';

const quickInput = '.quick-input-widget';

/** Runs a command by its title in the palette. A palette that was open before the extension came never shows it, hence again and again. */
export async function runCommand(page: Page, title: string, limitMs = 60_000): Promise<void> {
  const input = page.locator(`${quickInput} .quick-input-box input`);
  const row = page.locator(`${quickInput} .monaco-list-row`).filter({ hasText: title }).first();
  for (const end = Date.now() + limitMs; Date.now() < end;) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    try {
      await input.waitFor({ state: 'visible', timeout: 2_000 });
      await input.fill(`>${title}`);
      await row.waitFor({ state: 'visible', timeout: 1_500 });
      await row.click();
      return;
    } catch {
      // The extension host is still starting.
    }
  }
  throw new Error(`The palette has no command "${title}".`);
}

/** Whether the palette offers a command now. */
export async function offersCommand(page: Page, title: string): Promise<boolean> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await page.locator(`${quickInput} .quick-input-box input`).fill(`>${title}`);
  await page.waitForTimeout(800);
  const count = await page.locator(`${quickInput} .monaco-list-row`).filter({ hasText: title }).count();
  await page.keyboard.press('Escape');
  return count > 0;
}

/** A row of the open quick pick. */
export function pickRow(page: Page, text: string | RegExp): Locator {
  return page.locator(`${quickInput} .monaco-list-row`).filter({ hasText: text }).first();
}

/** Types into the input box with this prompt and accepts. */
export async function answerInput(page: Page, prompt: string, text: string): Promise<void> {
  await page.locator(quickInput).getByText(prompt).waitFor();
  await page.locator(`${quickInput} .quick-input-box input`).fill(text);
  await page.keyboard.press('Enter');
}

/** A notification that holds this text. */
export function notification(page: Page, text: string | RegExp): Locator {
  return page.locator('.notification-toast').filter({ hasText: text }).first();
}

/** The document of the extension's panel: VS Code's frame, and ours in it. */
export function panel(page: Page): FrameLocator {
  return page
    .locator('iframe.webview.ready[src*="extensionId=safe-aug.safe-aug"]')
    .first()
    .contentFrame()
    .locator('iframe#active-frame')
    .contentFrame();
}

/** The same document as a frame, for scripts that look at all of it. */
export async function panelFrame(page: Page): Promise<Frame> {
  const outer = page.locator('iframe.webview.ready[src*="extensionId=safe-aug.safe-aug"]').first();
  const frame = await (await outer.elementHandle())?.contentFrame();
  const inner = await (await frame?.waitForSelector('iframe#active-frame'))?.contentFrame();
  if (!inner) throw new Error('There is no panel.');
  return inner;
}

/** Opens the extension's tree. */
export async function openTree(page: Page): Promise<Locator> {
  const tree = page.locator('.pane-body .monaco-list[aria-label*="Runs"], .tree-explorer-viewlet-tree-view').first();
  if (!(await tree.isVisible())) await page.locator('.activitybar [aria-label="Safe Aug"]').first().click();
  await tree.waitFor({ state: 'visible' });
  return tree;
}
