import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { localizePanelStrings } from '../../src/extension/panel/localizePanelStrings';
import { seriousFindings } from './harness/accessibility';
import { describeInBrowser } from './harness/browser';
import { openPanelPage, type PanelPageOptions } from './harness/panelPage';
import { situations, type Situation } from './harness/runs';
import { takeScreenshot } from './harness/screenshots';

const translations = JSON.parse(
  readFileSync(new URL('../../l10n/bundle.l10n.de.json', import.meta.url), 'utf8'),
) as Record<string, string>;
const german = { strings: localizePanelStrings((english) => translations[english] ?? english), language: 'de' };

const shots: readonly (readonly [string, Situation, Omit<PanelPageOptions, 'state'>])[] = [
  ['finished-dark-1200', 'finished', {}],
  ['open-dark-1200', 'finished', { kept: { open: 'RandomGamma' } }],
  ['harmful-light-1200', 'harmful', { theme: 'light', kept: { open: 'RandomRotate90' } }],
  ['finished-contrast-1200', 'finished', { theme: 'contrast', kept: { open: 'HorizontalFlip' } }],
  ['learning-light-1200', 'learning', { theme: 'light' }],
  ['screening-dark-1200', 'screening', {}],
  ['checks-dark-1200', 'closed', { kept: { tab: 'checks' } }],
  ['checks-contrast-400', 'closed', { theme: 'contrast', width: 400, kept: { tab: 'checks' } }],
  ['strength-light-1200', 'closed', { theme: 'light', kept: { open: 'RandomBrightness' } }],
  ['went-by-dark-1200', 'closed', { kept: { open: 'HorizontalFlip' } }],
  ['curves-dark-1200', 'finished', { kept: { tab: 'curves' } }],
  ['run-light-1200', 'finished', { theme: 'light', kept: { tab: 'run' } }],
  ['failed-dark-1200', 'failed', {}],
  ['stopped-light-1200', 'stopped', { theme: 'light' }],
  ['unlabelled-dark-1200', 'unlabelled', {}],
  ['interrupted-contrast-1200', 'interrupted', { theme: 'contrast' }],
  ['finished-light-900', 'finished', { theme: 'light', width: 900, kept: { groupBy: 'family' } }],
  ['starting-dark-1200', 'starting', {}],
  ['not-started-light-1200', 'notStarted', { theme: 'light' }],
  ['finished-dark-400', 'finished', { width: 400 }],
  ['open-light-400', 'finished', { theme: 'light', width: 400, kept: { open: 'RandomCrop' } }],
  ['learning-contrast-400', 'learning', { theme: 'contrast', width: 400 }],
  ['german-dark-1200', 'harmful', { ...german, kept: { open: 'RandomRotate90' } }],
  ['german-light-400', 'learning', { ...german, theme: 'light', width: 400 }],
  ['curves-light-400', 'finished', { theme: 'light', width: 400, kept: { tab: 'curves' } }],
];

describeInBrowser('the panel in all situations', (browser) => {
  it.each(shots)('%s', async (name, situation, options) => {
    const panel = await openPanelPage(browser(), { state: situations[situation](), ...options });
    await takeScreenshot(panel.page, name);
    expect(await seriousFindings(panel.page)).toEqual([]);
    const sideways = await panel.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(sideways).toBeLessThanOrEqual(0);
    expect(panel.problems).toEqual([]);
    await panel.close();
  });
});
