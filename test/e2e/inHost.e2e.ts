import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildInHostSuites, outcomeFile, prepareWorkspace, readOutcome, workspaceFiles } from './support/inHostSuites';
import { lacking, openSession, showFailures, type Session } from './support/session';

describe.skipIf(lacking())('inside the extension host', () => {
  let session: Session;
  beforeAll(async () => {
    session = await openSession({
      files: workspaceFiles,
      prepare: prepareWorkspace,
      suite: buildInHostSuites,
      environment: (profile) => outcomeFile(profile).environment,
    });
  });
  afterAll(() => session?.close());
  showFailures(() => session);

  it('the editor’s own interfaces see all that the extension brings', async () => {
    const { file } = outcomeFile(session.profile);
    await expect.poll(() => existsSync(file), { timeout: 200_000 }).toBe(true);
    const { passed, failed } = readOutcome(file);
    expect(failed).toEqual([]);
    expect(passed).toHaveLength(9);
    await session.shoot('in-host');
  });
});
