import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPaths } from '../../src/run/runPaths';
import { copyTiles } from './support/pictures';
import { lacking, openSession, showFailures, type Session } from './support/session';
import { pickRow, runCommand } from './support/workbench';

const task = { type: 'safe-aug', label: 'learn the tiles', data: 'tiles', budget: '5m' };

describe.skipIf(lacking())('a run that is a task', () => {
  let session: Session;
  let folder: string;
  let pid: number;
  beforeAll(async () => {
    session = await openSession({
      files: { '.vscode/tasks.json': JSON.stringify({ version: '2.0.0', tasks: [task] }) },
      prepare: ({ workspace }) => copyTiles(join(workspace, 'tiles')),
    });
  });
  afterAll(() => session?.close());
  showFailures(() => session);

  const training = (): ReturnType<Session['page']['locator']> =>
    session.page.locator('.statusbar-item').filter({ hasText: /tiles: (Training|Measuring)/ });
  const lines = (): number => readFileSync(runPaths(folder).events, 'utf8').split('\n').length;

  it('starts from tasks.json', async () => {
    const { page, profile } = session;
    // The list of tasks closes when something else in a starting window takes the focus.
    const isPicked = async (): Promise<boolean> => {
      await runCommand(page, 'Tasks: Run Task');
      const click = pickRow(page, task.label).click({ timeout: 15_000 });
      return click.then(
        () => true,
        () => false,
      );
    };
    await expect.poll(isPicked, { timeout: 120_000 }).toBe(true);
    await training().waitFor();
    const runs = join(profile.workspace, '.safe-aug', 'runs');
    folder = join(runs, readdirSync(runs)[0]);
    [pid] = session.learners();
    await session.shoot('task-1-training');
  });

  it('goes on when the window is loaded anew', async () => {
    await session.reload();
    await training().waitFor();
    const before = lines();
    await expect.poll(lines, { timeout: 60_000 }).toBeGreaterThan(before + 5);
    expect(session.learners()).toEqual([pid]);
    await session.shoot('task-2-reloaded');
  });
});
