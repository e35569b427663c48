import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPaths } from '../../src/run/runPaths';
import { learnFrom } from './support/learn';
import { copyTiles } from './support/pictures';
import { extensionHostOf, newExtensionHost } from './support/processes';
import { lacking, openSession, showFailures, type Session } from './support/session';
import { openTree, panel, runCommand } from './support/workbench';

describe.skipIf(lacking())('a run', () => {
  let session: Session;
  let folder: string;
  let pid: number;
  beforeAll(async () => {
    session = await openSession({ prepare: ({ workspace }) => copyTiles(join(workspace, 'tiles')) });
  });
  afterAll(() => session?.close());
  showFailures(() => session);

  const lines = (): string[] => readFileSync(runPaths(folder).events, 'utf8').trimEnd().split('\n');
  const goesOn = async (): Promise<void> => {
    const before = lines().length;
    await expect.poll(() => lines().length, { timeout: 60_000 }).toBeGreaterThan(before);
  };
  const training = (): ReturnType<Session['page']['locator']> =>
    session.page.locator('.statusbar-item').filter({ hasText: /tiles: (Training|Measuring)/ });

  it('starts and trains', async () => {
    const { page, profile } = session;
    await learnFrom(page, 'tiles', '5m');
    await training().waitFor();
    const runs = join(profile.workspace, '.safe-aug', 'runs');
    folder = join(runs, readdirSync(runs)[0]);
    [pid] = session.learners();
  });

  it('goes on through a reload of the window, and its panel comes back', async () => {
    const { page } = session;
    await session.reload();
    await training().waitFor();
    await panel(page).getByText('tiles').first().waitFor();
    await panel(page).getByRole('button', { name: 'Stop' }).first().waitFor();
    await session.shoot('survive-1-reloaded');
    expect(session.learners()).toEqual([pid]);
    await goesOn();
  });

  it('goes on when the extension host is killed', async () => {
    const { page, server } = session;
    const host = extensionHostOf(server.pid);
    process.kill(host, 'SIGKILL');
    await page.getByText('terminated unexpectedly').first().waitFor();
    await newExtensionHost(server.pid, host);
    await panel(page).getByRole('button', { name: 'Stop' }).first().waitFor();
    await training().waitFor();
    await session.shoot('survive-2-host-killed');
    expect(await page.getByRole('tab', { name: 'Safe Aug: tiles' }).count()).toBe(1);
    expect(session.learners()).toEqual([pid]);
    await goesOn();
  });

  it('that is killed is shown as interrupted, loses nothing that was written, and goes on', async () => {
    const { page } = session;
    const before = lines();
    process.kill(pid, 'SIGKILL');
    await panel(page).getByText('The run was interrupted').waitFor();
    const tree = await openTree(page);
    await tree.getByText('interrupted').waitFor();
    await session.shoot('survive-3-interrupted');
    await panel(page).getByRole('button', { name: 'Resume' }).first().click();
    await training().waitFor();
    expect(lines().slice(0, before.length)).toEqual(before);
    expect(session.learners()).toHaveLength(1);
    expect(session.learners()).not.toContain(pid);
  });

  it('stops with a result of what was measured so far', async () => {
    const { page } = session;
    await panel(page).getByRole('button', { name: 'Stop' }).first().click();
    const tree = await openTree(page);
    await tree.getByText('stopped early').waitFor();
    await session.shoot('survive-4-stopped');
    const result = JSON.parse(readFileSync(runPaths(folder).result, 'utf8')) as { complete: boolean };
    expect(result.complete).toBe(false);
  });

  it('goes on after it was stopped, and can be stopped at once', async () => {
    const before = lines();
    await panel(session.page).getByRole('button', { name: 'Resume' }).first().click();
    await training().waitFor();
    await goesOn();
    expect(lines().slice(0, before.length)).toEqual(before);
    await runCommand(session.page, 'Safe Aug: Stop Now');
  });

  it('leaves no process behind', async () => {
    await expect.poll(() => session.learners(), { timeout: 60_000 }).toEqual([]);
    expect(session.policyViolations).toEqual([]);
  });
});
