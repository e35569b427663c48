import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeExampleRun } from './support/exampleRun';
import { learnFrom } from './support/learn';
import { copyTiles } from './support/pictures';
import { lacking, openSession, showFailures, type Session } from './support/session';
import { openTree, panel, runCommand } from './support/workbench';

describe.skipIf(lacking())('a workspace of several folders', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession({
      workspaceFile: 'both.code-workspace',
      files: { 'both.code-workspace': JSON.stringify({ folders: [{ path: 'first' }, { path: 'second' }] }) },
      prepare: async ({ workspace }) => {
        for (const name of ['first', 'second']) mkdirSync(join(workspace, name));
        await writeExampleRun(join(workspace, 'first'));
        await writeExampleRun(join(workspace, 'second'), { id: '20261123-081500-eurosat' });
        copyTiles(join(workspace, 'second', 'tiles'), { perClass: 60 });
      },
    });
  });
  afterAll(() => session?.close());
  showFailures(() => session);

  it('shows the runs of each under its name', async () => {
    const tree = await openTree(session.page);
    await tree.getByText('first').waitFor();
    await tree.getByText('second').waitFor();
    expect(await tree.getByText('eurosat').count()).toBe(2);
    await session.shoot('multi-root-1-tree');
  });

  it('keeps a run in the folder that holds the data', async () => {
    const { page, profile } = session;
    await learnFrom(page, /tiles/, '30s');
    await panel(page).getByText('tiles').first().waitFor();
    const runs = join(profile.workspace, 'second', '.safe-aug', 'runs');
    expect(readdirSync(runs).filter((name) => name.endsWith('-tiles'))).toHaveLength(1);
    expect(existsSync(join(profile.workspace, '.safe-aug'))).toBe(false);
    await runCommand(page, 'Safe Aug: Stop Now');
    await expect.poll(() => session.learners(), { timeout: 60_000 }).toEqual([]);
    const tree = await openTree(page);
    await tree.getByText('running').waitFor({ state: 'detached' });
    await session.shoot('multi-root-2-stopped');
  });
});
