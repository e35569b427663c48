import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import type { PanelState } from '../../src/protocol/panelState';
import { describeInBrowser } from './harness/browser';
import { openPanelPage, type PanelPage } from './harness/panelPage';
import { situations } from './harness/runs';

/** The texts of all that is there, with plain spaces. */
async function texts(found: Locator): Promise<string[]> {
  return (await found.allTextContents()).map((text) => text.replaceAll('\u00a0', ' ').replace(/ {2,}/g, ' ').trim());
}

async function text(found: Locator): Promise<string> {
  return (await texts(found)).join('\n');
}

/** What each cell of a table's body says, row by row. */
async function cells(table: Locator): Promise<string[][]> {
  const rows = await table.locator('tbody tr').all();
  return Promise.all(rows.map((row) => texts(row.locator('th, td:not(.chart-cell)'))));
}

describeInBrowser('what the panel says of the closing looks', (browser) => {
  const openChecks = (state: PanelState = situations.closed()): Promise<PanelPage> =>
    openPanelPage(browser(), { state, kept: { tab: 'checks' } });

  it('is the recommended use with its verdict, interval, pictures and labels', async () => {
    const panel = await openChecks();
    const use = panel.page.locator('.use');
    expect(await texts(use.locator('.verdict-badge'))).toEqual(['Safe']);
    expect(await text(use)).toContain(
      'The recommended use, 3 of HorizontalFlip, Transpose, RandomRotate90, and RandomBrightness, each with probability 0.5, is told from clean in 54 of 100 pairs.',
    );
    expect(await text(use)).toContain('AUROC 0.540, judged interval 0.517 to 0.563, on 2,000 pictures a side.');
    expect(await text(use)).toContain(
      'Of 1,751 recognised pictures the task head keeps the class of 97.8 % (97.0 % to 98.4 %).',
    );
    await panel.close();
  });

  it('is why the recommended use is not safe, and no advice to use it', async () => {
    const closed = situations.closed();
    const { use } = closed.closing;
    const probe = { auroc: 0.71, interval95: [0.69, 0.73], intervalJudged: [0.68, 0.74] } as const;
    const panel = await openChecks({ ...closed, closing: { ...closed.closing, use: { ...use!, probe } } });
    const said = panel.page.locator('.use');
    expect(await texts(said.locator('.verdict-badge'))).toEqual(['Shifting']);
    expect(await text(said)).toContain('in 71 of 100 pairs (judged interval 68.0–74.0)');
    expect(await text(panel.page.locator('.answer-box'))).toContain(
      'The recommended use as a whole is shifting, though its transforms are safe one by one: see Checks.',
    );
    await panel.post({ type: 'reveal', transform: 'HorizontalFlip' });
    await panel.settled();
    expect(await text(panel.page.locator('.advice'))).toBe(
      'It is safe alone, but 3 of the safe set for each picture, each with probability 0.5, are shifting as a whole: draw at most one of them on a picture, as an export does.',
    );
    await panel.close();
  });

  it('is every pair, the best told first, with its interval, pictures and labels', async () => {
    const panel = await openChecks();
    const together = panel.page.locator('.together');
    const rows = await cells(together.locator('table'));
    expect(rows).toHaveLength(8);
    expect(rows[0]).toEqual([
      'VerticalFlip, then Transpose',
      'Shifting',
      '0.660 0.638 to 0.682',
      '1,000',
      '97.8 % (97.0 % to 98.4 %) of 1,751',
    ]);
    expect(rows.filter(([, verdict]) => verdict === 'Safe')).toHaveLength(6);
    expect(await texts(together.locator('li'))).toEqual([
      '2 of 8 ordered pairs within the safe set are not shown to be safe.',
      'Left out of the safe set for it, the fewest that resolve it: VerticalFlip.',
    ]);
    await panel.close();
  });

  it('is what marks were seen, with intervals and pictures, and what that does not mean', async () => {
    const panel = await openChecks();
    const page = panel.page;
    const ladders = page.locator('.ladders table');
    expect((await cells(ladders.nth(0)))[2]).toEqual([
      '±4 levels',
      expect.stringMatching(/^0\.910 0\.\d{3} to 0\.\d{3}$/),
    ]);
    expect(await texts(page.locator('.ladders > div:first-child > p'))).toEqual([
      // As the rungs say under this threshold, whatever the run noted.
      'Seen down to ±2 gray levels; ±8 is asked for before anything is called safe.',
      'AUROC on 400 pictures a side; 0.5 is guessing',
    ]);
    const checks = await text(page.locator('.checks'));
    expect(checks).toContain('does not mean that it would have noticed any change this faint');
    expect(checks).toContain(
      'A label without any effect was told in 49 of 100 pairs: chance, as it must be. AUROC 0.490, judged interval 0.467 to 0.513, on 200 pictures a side.',
    );
    expect(checks).toContain(
      'Flips and turns: a random one of its transforms is told from clean in 54 of 100 pairs. AUROC 0.540, judged interval 0.517 to 0.563, on 2,000 pictures a side.',
    );
    expect(checks).toContain("RandomCrop is safe by the paper's rule only because CenterCrop");
    await panel.close();
  });

  it('is each strength under the slider, with the safe ones named', async () => {
    const state = situations.closed();
    const panel = await openPanelPage(browser(), { state, kept: { open: 'RandomBrightness' } });
    const part = panel.page.locator('.magnitude');
    expect(await texts(part.locator('.strength-zones li'))).toEqual([
      'Safe ±0.02 to ±0.05',
      'Undecided ±0.1',
      'Shifting ±0.2 to ±0.4',
    ]);
    expect(await text(part)).toContain('brightness_limit ±0.2: told in 72 of 100 pairs, shifting.');
    await part.locator('input').press('Home');
    expect(await text(part)).toContain('brightness_limit ±0.02: told in 51 of 100 pairs, safe.');
    expect(await part.locator('input').getAttribute('aria-valuetext')).toContain('AUROC 0.510, judged interval');
    await panel.close();
  });

  it('is what the maps’ colours mean, and the margin below each picture', async () => {
    const state = situations.closed();
    const panel = await openPanelPage(browser(), { state, kept: { open: 'HorizontalFlip' } });
    const part = panel.page.locator('.went-by');
    expect(await texts(part.locator('.swatch-meaning'))).toEqual(['speaks for “transformed”', 'speaks against it']);
    expect(await texts(part.locator('figcaption'))).toEqual([
      'River, margin +4.2',
      'River, margin +3.2',
      'River, margin −1.1',
      'River, margin −0.1',
    ]);
    expect(await text(part)).toContain('One scale for all maps of this transform');
    await panel.close();
  });
});
