import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';

const quickInput = '.quick-input-widget';

/** Runs a command by its title in the palette. A palette that was open before the extension came never shows it, hence again and again. */
export async function runCommand(page: Page, title: string, limitMs = 90_000): Promise<void> {
  const input = page.locator(`${quickInput} .quick-input-box input`);
  const row = page.locator(`${quickInput} .monaco-list-row`).filter({ hasText: title }).first();
  for (const end = Date.now() + limitMs; Date.now() < end;) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    let isFound = false;
    try {
      await input.waitFor({ state: 'visible', timeout: 4_000 });
      await input.fill(`>${title}`);
      await row.waitFor({ state: 'visible', timeout: 4_000 });
      isFound = true;
      await row.click({ timeout: 10_000 });
      return;
    } catch {
      // A palette that closes under the pointer has taken the click, though the click is reported as missed: once is enough.
      if (isFound && !(await input.isVisible())) return;
      // Else the extension host is still starting.
    }
  }
  throw new Error(`The palette has no command "${title}".`);
}

/** The extension's commands that the palette offers now. */
export async function offeredCommands(page: Page): Promise<string[]> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await page.locator(`${quickInput} .quick-input-box input`).fill('>Safe Aug: ');
  const rows = page.locator(`${quickInput} .monaco-list-row`).filter({ hasText: 'Safe Aug: ' });
  await rows.first().waitFor();
  const titles = await rows.allInnerTexts();
  await page.keyboard.press('Escape');
  return titles;
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

/** The refactor preview's button, once its change is ticked: the preview ticks nothing that needs confirmation. */
export async function tickPreview(page: Page): Promise<Locator> {
  const apply = page.getByRole('button', { name: 'Apply' }).first();
  await apply.waitFor();
  await page.locator('.monaco-list-row').locator('input[type=checkbox], .monaco-checkbox').first().click();
  return apply;
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

/** Waits until what a document shows stays as it is: laid out, and no transition under way. */
export async function settled(frame: Frame): Promise<void> {
  await frame.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await Promise.all(document.getAnimations().map((animation) => animation.finished));
  });
}

/** The editor in front, once it holds changes that are not saved, or once it holds none. */
export function activeTab(page: Page, state: 'unsaved' | 'saved'): Locator {
  return page.locator(state === 'unsaved' ? '.tab.active.dirty' : '.tab.active:not(.dirty)');
}

/** Opens the extension's tree. */
export async function openTree(page: Page): Promise<Locator> {
  const tree = page.locator('.pane-body .monaco-list[aria-label*="Runs"], .tree-explorer-viewlet-tree-view').first();
  if (!(await tree.isVisible())) await page.locator('.activitybar [aria-label="Safe Aug"]').first().click();
  await tree.waitFor({ state: 'visible' });
  return tree;
}
