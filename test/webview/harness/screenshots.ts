import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const folder = fileURLToPath(new URL('../../e2e/shots', import.meta.url));

/** Keeps a picture of the whole page under test/e2e/shots, which git ignores, for people to look at. It injects no styles: the page refuses them. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({
    path: join(folder, `panel-${name}.png`),
    fullPage: true,
    caret: 'initial',
    animations: 'allow',
  });
}
