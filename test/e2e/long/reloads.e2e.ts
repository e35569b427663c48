import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { learnFrom } from '../support/learn';
import { copyTiles } from '../support/pictures';
import { lacking, openSession, showFailures, type Session } from '../support/session';
import { panel, runCommand } from '../support/workbench';

const reloads = 30;

describe.skipIf(lacking())(`a run through ${reloads} reloads of its window`, () => {
  let session: Session;
  let pid: number;
  beforeAll(async () => {
    session = await openSession({ prepare: ({ workspace }) => copyTiles(join(workspace, 'tiles')) });
  });
  afterAll(() => session?.close());
  showFailures(() => session);

  it('is shown after each of them, by one and the same process', async () => {
    const { page } = session;
    await learnFrom(page, 'tiles', '1h');
    await panel(page).getByRole('button', { name: 'Stop' }).first().waitFor();
    await expect.poll(() => session.learners(), { timeout: 60_000 }).toHaveLength(1);
    [pid] = session.learners();
    for (let reload = 1; reload <= reloads; reload++) {
      await session.reload();
      await panel(page).getByRole('button', { name: 'Stop' }).first().waitFor();
      expect(session.learners(), `after reload ${reload}`).toEqual([pid]);
    }
    await session.shoot('reloads');
  }, 900_000);

  it('leaves no process behind when it is stopped', async () => {
    await runCommand(session.page, 'Safe Aug: Stop Now');
    await expect.poll(() => session.learners(), { timeout: 60_000 }).toEqual([]);
  });
});
