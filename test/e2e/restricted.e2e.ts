import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeExampleRun } from './support/exampleRun';
import { copyTiles } from './support/pictures';
import { lacking, openSession, showFailures, type Session } from './support/session';
import { offeredCommands, openTree, panel, runCommand } from './support/workbench';

describe.skipIf(lacking())('an untrusted workspace', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession({
      isTrusted: false,
      // Nor does it ask, as newer versions never do.
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
      // The workspace names a program of its own, which must not be run.
      files: { '.vscode/settings.json': '{ "safeAug.nodePath": "/tmp/not-a-node" }' },
      prepare: async ({ workspace }) => {
        copyTiles(join(workspace, 'tiles'), { perClass: 40 });
        await writeExampleRun(workspace);
      },
    });
  });
  afterAll(() => session?.close());
  showFailures(() => session);

  it('shows its runs', async () => {
    const { page } = session;
    await page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' }).waitFor();
    const tree = await openTree(page);
    await tree.getByText('eurosat').first().waitFor();
    await runCommand(page, 'Safe Aug: Open Panel');
    await panel(page).getByText('HorizontalFlip').first().waitFor();
    await session.shoot('restricted-1-panel');
  });

  it('offers nothing that learns or writes, and says why', async () => {
    const { page } = session;
    const offered = (await offeredCommands(page)).join();
    expect(offered).toContain('Open Panel');
    expect(offered).not.toMatch(/Learn|Doctor|Resume|Write safe-aug.json|Insert Safe Set/);
    const write = panel(page).getByRole('button', { name: 'Write safe-aug.json' });
    await write.hover();
    expect(await write.getAttribute('aria-disabled')).toBe('true');
    await session.shoot('restricted-2-disabled');
    expect(session.learners()).toEqual([]);
  });
});
