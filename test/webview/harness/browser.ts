import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { findChromium } from './chromium';
import { removeBuiltPage } from './panelPage';

/** A describe block with a browser; without one it is skipped, with a notice that says why. */
export function describeInBrowser(name: string, tests: (browser: () => Browser) => void): void {
  const executablePath = findChromium();
  if (executablePath === null) {
    console.warn(
      `Skipped "${name}": no Chromium found. Install one (Debian: apt-get install chromium) or set CHROMIUM.`,
    );
    describe.skip(name, () => tests(() => undefined as never));
    return;
  }
  describe(name, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    });
    afterAll(async () => {
      await browser?.close();
      await removeBuiltPage();
    });
    tests(() => browser);
  });
}
