import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { launch, type LaunchedProcess } from '../../../src/extension/supervisor/launch';
import { outputTail } from '../../../src/extension/supervisor/outputTail';
import { runPaths } from '../../../src/run/runPaths';
import { temporaryFolder } from '../../run/temporaryFolder';

afterEach(() => vi.unstubAllEnvs());

function run(folder: string, script: string): Promise<LaunchedProcess> {
  return launch({ node: process.execPath, args: ['-e', script], cwd: folder, paths: runPaths(folder) });
}

describe('launching', () => {
  it('keeps the editor’s and Electron’s variables from the child, and passes the others on', async () => {
    vi.stubEnv('ELECTRON_RUN_AS_NODE', '1');
    vi.stubEnv('NODE_OPTIONS', '--require /nonexistent.js');
    vi.stubEnv('VSCODE_IPC_HOOK', '/run/ipc');
    vi.stubEnv('OMP_NUM_THREADS', '2');
    const folder = temporaryFolder();
    const child = await run(folder, 'console.log(JSON.stringify(process.env))');
    await child.exit;
    const environment = JSON.parse(await readFile(runPaths(folder).stdout, 'utf8')) as NodeJS.ProcessEnv;
    expect(Object.keys(environment).filter((name) => /^(ELECTRON|VSCODE|NODE)_/.test(name))).toEqual([]);
    expect(environment).toMatchObject({ OMP_NUM_THREADS: '2', PATH: process.env.PATH });
  });

  it('says how the child ended, with the output of this start alone', async () => {
    const folder = temporaryFolder();
    const first = await run(folder, 'console.error("first"); process.exit(4)');
    await first.exit;
    expect(first.ended).toBe('ended with exit code 4');
    const second = await run(folder, 'console.error("second"); process.kill(process.pid, "SIGKILL")');
    await second.exit;
    expect(second.ended).toBe('was ended by SIGKILL');
    expect(await second.errorTail()).toBe('second');
    expect(await outputTail(runPaths(folder).stderr)).toBe('first\nsecond');
  });

  it('fails at once where there is no such program', async () => {
    const folder = temporaryFolder();
    const paths = runPaths(folder);
    await expect(launch({ node: '/nonexistent/node', args: [], cwd: folder, paths })).rejects.toThrow('ENOENT');
  });
});
