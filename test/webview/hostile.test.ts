import { expect, it } from 'vitest';
import { stateAfter, watchedEvents } from './harness/runs';
import { describeInBrowser } from './harness/browser';
import { openPanelPage } from './harness/panelPage';
import { takeScreenshot } from './harness/screenshots';
import { exampleResult } from '../fixtures/result';

const hostile = [
  '<img src=x onerror="window.harmed = true">',
  '$(touch x)',
  '"><script>window.harmed = true</script>',
  'x'.repeat(300),
  '\u202egnp.exe \ufffd\u0000',
  '{0} {1}',
];

describeInBrowser('names out of hostile data', (browser) => {
  it('shows them as text, breaks no layout, loads nothing and runs nothing', async () => {
    const result = exampleResult();
    const classes = result.dataset.classes.map((name, index) => hostile[index] ?? name);
    const dataset = { ...result.dataset, path: `data/${hostile[0]}`, classes, format: hostile[2] };
    const events = watchedEvents({ ...result, dataset, warnings: [...hostile] }).map((event) =>
      event.type === 'preview'
        ? { ...event, pictures: event.pictures.map((one) => ({ ...one, original: '../../../etc/passwd"><b>' })) }
        : event,
    );
    events.push({ v: 1, t: 1e6, type: 'warning', message: hostile[0] });
    for (const width of [1200, 400]) {
      const state = { ...stateAfter(events, 'failed'), failure: `Could not read ${hostile[0]}\n${hostile[3]}` };
      const panel = await openPanelPage(browser(), { state, width, kept: { open: 'RandomCrop' } });
      const { page } = panel;
      expect(await page.locator('h1:visible').textContent()).toBe('<img src=x onerror="window.harmed = true">');
      await page.locator('.classes vscode-button').click();
      await panel.settled();
      const names = await page.locator('.class-table tbody th').allTextContents();
      expect(names).toEqual(expect.arrayContaining([...classes]));
      await takeScreenshot(page, `hostile-${width}`);
      const harmed = await page.evaluate(() => ({
        ran: 'harmed' in window,
        scripts: document.scripts.length,
        sideways: document.documentElement.scrollWidth - innerWidth,
      }));
      expect(harmed).toMatchObject({ ran: false, scripts: 1 });
      expect(harmed.sideways).toBeLessThanOrEqual(0);
      // Addresses stay below the run's folder, whatever a file is called.
      const addresses = await page.evaluate(() => [...document.images].map((image) => image.src));
      expect(addresses.every((address) => address.startsWith('http://panel.test/run/'))).toBe(true);
      expect(panel.problems.filter((problem) => !problem.includes('404'))).toEqual([]);
      await panel.close();
    }
  });
});
