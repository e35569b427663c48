import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyTiles } from './support/pictures';
import { lacking, openSession, showFailures, type Session } from './support/session';
import { panel, pickRow, runCommand } from './support/workbench';

/** Milliseconds that activation may take. */
const activationLimit = 50;

describe.skipIf(lacking())('how fast it is', () => {
  let session: Session;
  const figures: Record<string, number> = {};
  beforeAll(async () => {
    session = await openSession({ prepare: ({ workspace }) => copyTiles(join(workspace, 'tiles')) });
  });
  afterAll(async () => {
    console.log(JSON.stringify(figures));
    mkdirSync(resolve(__dirname, 'shots'), { recursive: true });
    writeFileSync(resolve(__dirname, 'shots', 'figures.json'), `${JSON.stringify(figures, null, 2)}\n`);
    await session?.close();
  });
  showFailures(() => session);

  it('the panel is painted soon after the last question was answered', async () => {
    const { page } = session;
    await runCommand(page, 'Safe Aug: Learn…');
    await pickRow(page, 'tiles').click();
    await pickRow(page, 'Quick').waitFor();
    const asked = performance.now();
    await page.keyboard.press('Enter');
    await panel(page).locator('main, h1, h2').first().waitFor();
    figures.commandToFirstPaintMs = Math.round(performance.now() - asked);
    await panel(page).getByText('tiles').first().waitFor();
    figures.commandToDataSetShownMs = Math.round(performance.now() - asked);
    await runCommand(page, 'Safe Aug: Stop Now');
    await expect.poll(() => session.learners().length, { timeout: 15_000 }).toBe(0);
    expect(figures.commandToFirstPaintMs).toBeLessThan(5_000);
  });

  it(`activation takes less than ${activationLimit} ms`, async () => {
    const { page } = session;
    await runCommand(page, 'Developer: Show Running Extensions');
    const row = page.locator('.runtime-extensions-editor .monaco-list-row').filter({ hasText: 'Safe Aug' });
    const time = row.locator('.activation-time');
    await time.waitFor();
    await session.shoot('speed-activation');
    figures.activationMs = Number(/(\d+)\s*ms/.exec((await time.textContent()) ?? '')?.[1]);
    expect(figures.activationMs).toBeLessThan(activationLimit);
  });
});
