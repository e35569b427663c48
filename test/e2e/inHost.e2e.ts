import { buildSync } from 'esbuild';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportResult } from '../../src/export/exportResult';
import { exampleResult } from '../fixtures/result';
import { writeExampleRun } from './support/exampleRun';
import { copyTiles } from './support/pictures';
import { lacking, openSession, showFailures, type Session } from './support/session';

const tasks = {
  version: '2.0.0',
  tasks: [{ type: 'safe-aug', label: 'learn the tiles', data: 'tiles', budget: '8s' }],
};

describe.skipIf(lacking())('inside the extension host', () => {
  let session: Session;
  let outcome: string;
  beforeAll(async () => {
    session = await openSession({
      files: { '.vscode/tasks.json': JSON.stringify(tasks) },
      prepare: async ({ folder, workspace }) => {
        copyTiles(join(workspace, 'tiles'));
        const run = await writeExampleRun(workspace);
        const options = { albumentations: '2.0.8', run: run.slice(workspace.length + 1) } as const;
        writeFileSync(join(workspace, 'safe-aug.json'), exportResult(exampleResult(), 'safe-aug', options));
        outcome = join(folder, 'checks.json');
      },
      suite: ({ folder }) => buildSuite(join(folder, 'suite')),
      environment: ({ folder }) => ({ SAFE_AUG_CHECKS: join(folder, 'checks.json') }),
    });
  });
  afterAll(() => session?.close());
  showFailures(() => session);

  it('the editor’s own interfaces see all that the extension brings', async () => {
    await expect.poll(() => existsSync(outcome), { timeout: 200_000 }).toBe(true);
    const { passed, failed } = JSON.parse(readFileSync(outcome, 'utf8')) as { passed: string[]; failed: string[] };
    expect(failed).toEqual([]);
    expect(passed).toHaveLength(5);
    await session.shoot('in-host');
  });
});

/** An extension that is nothing but the suite: VS Code runs tests of extensions under development only. */
function buildSuite(folder: string): { extension: string; tests: string } {
  const outfile = join(folder, 'suite.js');
  const entryPoints = [join(__dirname, 'inHost', 'suite.ts')];
  buildSync({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', external: ['vscode'] });
  const manifest = { name: 'suite', publisher: 'safe-aug', version: '0.0.0', engines: { vscode: '^1.99.0' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  return { extension: folder, tests: outfile };
}
