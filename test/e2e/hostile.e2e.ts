import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { learnFrom } from './support/learn';
import { copyClass } from './support/pictures';
import { lacking, openSession, showFailures, type Session } from './support/session';
import { notification, openTree, panel } from './support/workbench';

const evil = '<img src=x onerror=alert(1)>';
const shell = '$(touch x)';
const long = 'l'.repeat(240);

/** Names as a malicious or careless archive may have them: markup, shell, icons, links, very long, no UTF-8 at all. */
function makeHostileData(root: string): void {
  copyClass('Forest', join(root, evil), 80);
  copyClass('River', join(root, shell), 80);
  copyClass('Highway', join(root, long), 80);
  const bytes = Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff, 0xfe, 0xe4, 0x2e, 0x6a, 0x70, 0x67])]);
  writeFileSync(bytes, 'no picture');
  writeFileSync(join(root, evil, `${'$(zap) [run](command:workbench.action.quit)'}.png`), 'no picture');
}

describe.skipIf(lacking())('a data set with hostile names', () => {
  let session: Session;
  const dialogs: string[] = [];
  beforeAll(async () => {
    session = await openSession({
      prepare: ({ workspace }) => {
        const root = join(workspace, '$(zap) [data](command:x)');
        mkdirSync(root);
        makeHostileData(root);
      },
    });
    session.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
  });
  afterAll(() => session?.close());
  showFailures(() => session);

  it('is learned from, and its names are text everywhere', async () => {
    const { page } = session;
    await learnFrom(page, /data/, '10s');
    await panel(page).getByText('[data](command:x)').first().waitFor();
    const toast = notification(page, 'Safe Aug on');
    await toast.waitFor({ timeout: 200_000 });
    await session.shoot('hostile-1-ended');
    expect(await toast.locator('.notification-list-item-message a, .codicon-zap').count()).toBe(0);
    await panel(page).getByRole('tab', { name: 'Run' }).click();
    await session.shoot('hostile-2-run');
    expect(await panel(page).locator('img[src="x"]').count()).toBe(0);
  });

  it('harms nothing', async () => {
    const { page, profile } = session;
    await openTree(page);
    await session.shoot('hostile-3-tree');
    expect(dialogs).toEqual([]);
    expect(existsSync(join(profile.workspace, 'x'))).toBe(false);
    const [run] = readdirSync(join(profile.workspace, '.safe-aug', 'runs'));
    expect(run).toMatch(/^[0-9]{8}-[0-9]{6}-[a-z0-9-]+$/);
    expect(existsSync(join(profile.workspace, '.safe-aug', 'runs', run, 'x'))).toBe(false);
    expect(session.policyViolations).toEqual([]);
  });
});
