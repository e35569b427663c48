import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyTiles } from './support/pictures';
import { lacking, openSession, showFailures, type Session } from './support/session';
import { answerInput, notification, panel, pickRow, runCommand, tickPreview } from './support/workbench';

describe.skipIf(lacking())('from the palette to verdicts', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession({ prepare: ({ workspace }) => copyTiles(join(workspace, 'tiles')) });
  });
  afterAll(() => session?.close());
  showFailures(() => session);

  it('asks for the folder and the budget alone, and shows what the folder is', async () => {
    const { page } = session;
    await runCommand(page, 'Safe Aug: Learn…');
    await pickRow(page, '240 images in 2 classes (image-folder)').waitFor();
    await session.shoot('learn-1-folder');
    await pickRow(page, 'tiles').click();
    await pickRow(page, 'Quick').waitFor();
    await session.shoot('learn-2-budget');
    await pickRow(page, 'A Time…').click();
    await answerInput(page, 'Hours, minutes and seconds', '15s');
  });

  it('shows the panel at once, and verdicts as they come', async () => {
    const { page } = session;
    await panel(page).getByText('tiles').first().waitFor();
    await session.shoot('learn-3-started');
    await panel(page).getByRole('table').or(panel(page).getByRole('treegrid')).first().waitFor();
    await page.locator('.statusbar-item').filter({ hasText: 'tiles' }).waitFor();
    await session.shoot('learn-4-learning');
  });

  it('says once that it has ended, and offers to write safe-aug.json, after a preview', async () => {
    const { page, profile } = session;
    const toast = notification(page, 'Safe Aug on tiles');
    await toast.waitFor({ timeout: 200_000 });
    await session.shoot('learn-5-ended');
    await toast.getByRole('button', { name: 'Write safe-aug.json' }).click();
    const apply = await tickPreview(page);
    await page.getByText('"judgedSize"').first().waitFor();
    await session.shoot('learn-6-preview');
    const file = join(profile.workspace, 'safe-aug.json');
    expect(existsSync(file)).toBe(false);
    await apply.click();
    await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8'), { timeout: 60_000 }).toContain('}');
    const { dataset, run } = JSON.parse(readFileSync(file, 'utf8')) as { dataset: { path: string }; run: string };
    expect(dataset.path).toBe('tiles');
    const [id] = readdirSync(join(profile.workspace, '.safe-aug', 'runs'));
    expect(run).toBe(`.safe-aug/runs/${id}`);
    await page.getByText('Show Evidence').waitFor();
    await session.shoot('learn-7-file');
  });

  it('breaks no content policy', () => {
    expect(session.policyViolations).toEqual([]);
  });
});
