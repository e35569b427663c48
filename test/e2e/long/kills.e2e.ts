import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../../src/protocol/result';
import { createRandom } from '../../../src/random/random';
import { runPaths } from '../../../src/run/runPaths';
import { learnFrom } from '../support/learn';
import { copyTiles } from '../support/pictures';
import { extensionHostOf, newExtensionHost } from '../support/processes';
import { lacking, openSession, showFailures, type Session } from '../support/session';
import { panel } from '../support/workbench';

const rounds = 5;
const random = createRandom(4, 'kills');
/** Any moment of coming up, screening, training or measuring. */
const moment = (): number => random.integer(0, 4_000);

describe.skipIf(lacking())('a run whose host and process are killed at random moments', () => {
  let session: Session;
  let folder: string;
  /** What was in the log before the last kill. */
  let written: readonly string[] = [];
  beforeAll(async () => {
    session = await openSession({ prepare: ({ workspace }) => copyTiles(join(workspace, 'tiles')) });
  });
  afterAll(() => session?.close());
  showFailures(() => session);

  const lines = (): string[] => readFileSync(runPaths(folder).events, 'utf8').split('\n').slice(0, -1);
  const stopButton = (): ReturnType<Session['page']['locator']> =>
    panel(session.page).getByRole('button', { name: 'Stop' }).first();

  it('starts', async () => {
    await learnFrom(session.page, 'tiles', '25s');
    const runs = join(session.profile.workspace, '.safe-aug', 'runs');
    await expect.poll(() => existing(runs).length, { timeout: 60_000 }).toBe(1);
    folder = join(runs, existing(runs)[0]);
    await stopButton().waitFor();
  });

  for (let round = 1; round <= rounds; round++) {
    const [hostAt, processAt] = [moment(), moment()];
    it(`is found again and goes on: host after ${hostAt} ms, process after ${processAt} ms`, async () => {
      const { page, server } = session;
      await page.waitForTimeout(hostAt);
      const host = extensionHostOf(server.pid);
      process.kill(host, 'SIGKILL');
      // VS Code starts a host anew twice; then the user reloads.
      if (round % 2 === 0) await session.reload();
      await newExtensionHost(server.pid, host);
      await page.waitForTimeout(processAt);
      for (const pid of session.learners()) process.kill(pid, 'SIGKILL');
      written = lines();
      const resume = panel(page).getByRole('button', { name: 'Resume' }).first();
      await resume.waitFor();
      expect(session.learners()).toEqual([]);
      await resume.click();
      await stopButton().waitFor();
      await expect.poll(() => lines().length, { timeout: 60_000 }).toBeGreaterThan(written.length);
      expect(lines().slice(0, written.length)).toEqual(written);
    });
  }

  it('ends with the result of all of it', async () => {
    await panel(session.page).getByText('Finished in').waitFor({ timeout: 200_000 });
    await session.shoot('kills-ended');
    const result = JSON.parse(readFileSync(runPaths(folder).result, 'utf8')) as Result;
    expect(result.complete).toBe(true);
    expect(lines().slice(0, written.length)).toEqual(written);
    await expect.poll(() => session.learners(), { timeout: 60_000 }).toEqual([]);
  });
});

function existing(runs: string): string[] {
  try {
    return readdirSync(runs);
  } catch {
    return [];
  }
}
