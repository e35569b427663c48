import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleEvents } from '../fixtures/events';
import { exampleResult } from '../fixtures/result';
import { writeExampleRun } from './support/exampleRun';
import { lacking, openSession, showFailures, type Session } from './support/session';
import { panel, panelFrame, runCommand, settled } from './support/workbench';

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const themes = [
  ['Default Dark Modern', 'vscode-dark'],
  ['Default Light Modern', 'vscode-light'],
  ['Default High Contrast', 'vscode-high-contrast'],
  ['Default High Contrast Light', 'vscode-high-contrast-light'],
] as const;

describe.skipIf(lacking())('the panel in the editor', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession({
      prepare: async ({ workspace }) => {
        const result = exampleResult();
        await writeExampleRun(workspace, { result, events: exampleEvents(result) });
      },
    });
    await runCommand(session.page, 'Safe Aug: Open Panel');
    await panel(session.page).getByText('HorizontalFlip').first().waitFor();
  });
  afterAll(() => session?.close());
  showFailures(() => session);

  const useTheme = async (theme: string, bodyClass: string): Promise<void> => {
    const settings = join(session.profile.workspace, '.vscode');
    mkdirSync(settings, { recursive: true });
    writeFileSync(join(settings, 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
    await panel(session.page).locator(`body.${bodyClass}`).waitFor();
    await settled(await panelFrame(session.page));
  };

  /** What axe-core finds wrong that is serious. */
  const violations = async (): Promise<string[]> => {
    const frame = await panelFrame(session.page);
    await frame.evaluate(axe);
    return frame.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(of: Document): Promise<{ violations: Violation[] }> } };
      const found = await axe.run(document);
      return found.violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id} ${String(nodes[0].target)}`);
    });
  };

  for (const [theme, bodyClass] of themes) {
    it(`has no serious accessibility violation in ${theme}`, async () => {
      await session.page.setViewportSize({ width: 1280, height: 860 });
      await useTheme(theme, bodyClass);
      await session.shoot(`looks-${bodyClass}-1280`);
      expect(await violations()).toEqual([]);
    });

    it(`fits 400 pixels in ${theme}`, async () => {
      await useTheme(theme, bodyClass);
      await hideSideBar(session);
      // The activity bar takes 48 pixels of the window.
      await session.page.setViewportSize({ width: 448, height: 860 });
      const frame = await panelFrame(session.page);
      const overflow = (): Promise<number> =>
        frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await expect.poll(() => frame.evaluate(() => innerWidth), { timeout: 20_000 }).toBeLessThanOrEqual(400);
      await expect.poll(overflow, { timeout: 20_000 }).toBeLessThanOrEqual(0);
      await settled(frame);
      await session.shoot(`looks-${bodyClass}-400`);
      expect(await violations()).toEqual([]);
    });
  }
});

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly target: unknown }[];
}

async function hideSideBar({ page }: Session): Promise<void> {
  if (await page.locator('.part.sidebar').isVisible()) await page.keyboard.press('Control+b');
}
