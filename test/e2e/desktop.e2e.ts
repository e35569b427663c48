import { resolveCliPathFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ownVsix } from './support/ownVsix';
import { buildInHostSuites, outcomeFile, prepareWorkspace, readOutcome, workspaceFiles } from './support/inHostSuites';
import { createProfile, type Profile } from './support/profile';

const desktop = inject('desktop');

/** The suites of `inHost/` once more, in VS Code for the desktop, with the packaged extension installed. */
describe.skipIf('lacks' in desktop)('inside the extension host of a desktop VS Code', () => {
  let profile: Profile;
  beforeAll(async () => {
    profile = createProfile({ files: workspaceFiles });
    await prepareWorkspace(profile);
  });
  afterAll(() => profile?.close());

  it('the editor’s own interfaces see all that the extension brings', async () => {
    if ('lacks' in desktop) throw new Error(`This machine lacks ${desktop.lacks}.`);
    const vscodeExecutablePath = desktop.executable;
    const folders = ['--user-data-dir', profile.userData, '--extensions-dir', profile.extensions];
    const cli = resolveCliPathFromVSCodeExecutablePath(vscodeExecutablePath);
    // On Windows it is a .cmd, which only a shell starts; a shell wants spaces in quotes.
    const shell = process.platform === 'win32';
    const [program, ...args] = [cli, ...folders, '--install-extension', ownVsix()].map((one) =>
      shell ? `"${one}"` : one,
    );
    execFileSync(program, args, { shell });
    const { extension, tests } = buildInHostSuites();
    const { file, environment } = outcomeFile(profile);
    // It ends with 1 when a test failed; which, stands in the outcome.
    const ended = await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      launchArgs: [profile.workspace, ...folders],
      extensionTestsEnv: environment,
    }).catch((error: Error) => error);
    if (!existsSync(file)) throw new Error('VS Code ended without an outcome of the tests.', { cause: ended });
    const { passed, failed } = readOutcome(file);
    expect(failed).toEqual([]);
    expect(passed).toHaveLength(9);
    expect(ended).toBe(0);
  });
});
