import { buildSync } from 'esbuild';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exportResult } from '../../../src/export/exportResult';
import { exampleResult } from '../../fixtures/result';
import type { Outcome } from '../inHost/run';
import { writeExampleRun } from './exampleRun';
import { copyTiles } from './pictures';
import type { Profile } from './profile';

const sources = resolve(__dirname, '../inHost');
/** Within the repository, whose mocha the suites find from here. */
const built = resolve(__dirname, '../../../build/in-host');

const task = { type: 'safe-aug', label: 'learn the tiles', data: 'tiles', budget: '8s' };

/** Files of the workspace that the suites want, beside what `prepareWorkspace` puts there. */
export const workspaceFiles = { '.vscode/tasks.json': JSON.stringify({ version: '2.0.0', tasks: [task] }) };

/** A finished run, a safe-aug.json of it, and pictures to learn from. */
export async function prepareWorkspace({ workspace }: Profile): Promise<void> {
  copyTiles(join(workspace, 'tiles'));
  const run = await writeExampleRun(workspace);
  const options = { albumentations: '2.0.8', run: run.slice(workspace.length + 1) } as const;
  writeFileSync(join(workspace, 'safe-aug.json'), exportResult(exampleResult(), 'safe-aug', options));
}

/**
 * Builds the mocha suites of `inHost/`, and an extension that is nothing but these: VS Code runs tests of extensions under development only.
 * Returns the extension's folder and the module with `run`, for `extensionDevelopmentPath` and `extensionTestsPath`.
 */
export function buildInHostSuites(): { readonly extension: string; readonly tests: string } {
  rmSync(built, { recursive: true, force: true });
  mkdirSync(built, { recursive: true });
  const entryPoints = ['run.ts', ...readdirSync(sources).filter((name) => name.endsWith('.mocha.ts'))];
  buildSync({
    entryPoints: entryPoints.map((name) => join(sources, name)),
    outdir: built,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode', 'mocha'],
  });
  const manifest = { name: 'suites', publisher: 'safe-aug', version: '0.0.0', engines: { vscode: '^1.99.0' } };
  writeFileSync(join(built, 'package.json'), JSON.stringify(manifest));
  return { extension: built, tests: join(built, 'run.js') };
}

/** Where the suites leave what they found, and the variables that tell them. */
export function outcomeFile({ folder }: Profile): {
  readonly file: string;
  readonly environment: Record<string, string>;
} {
  const file = join(folder, 'outcome.json');
  return { file, environment: { SAFE_AUG_CHECKS: file } };
}

export function readOutcome(file: string): Outcome {
  return JSON.parse(readFileSync(file, 'utf8')) as Outcome;
}
