import Mocha from 'mocha';
import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the suites found, by the titles of their tests. */
export interface Outcome {
  readonly passed: readonly string[];
  /** Each with its message. */
  readonly failed: readonly string[];
}

/** A test learns for real, on a machine that may be busy. */
const testLimitMs = 120_000;

/**
 * What VS Code calls in its extension host, by `extensionTestsPath`: runs every suite beside it and leaves the outcome in the file
 * that SAFE_AUG_CHECKS names. Throws when a test failed, which makes a desktop VS Code exit with 1.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: testLimitMs });
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.mocha.js')) mocha.addFile(join(__dirname, name));
  }
  const passed: string[] = [];
  const failed: string[] = [];
  await new Promise<void>((resolve) => {
    try {
      mocha
        .run(() => resolve())
        .on('pass', (test) => void passed.push(test.fullTitle()))
        .on('fail', (test, error: Error) => void failed.push(`${test.fullTitle()}: ${error.message}`));
    } catch (error) {
      // A suite that cannot even be loaded.
      failed.push(String(error));
      resolve();
    }
  });
  leave({ passed, failed });
  if (failed.length > 0) throw new Error(`${failed.length} tests failed:\n${failed.join('\n')}`);
}

/** Whole or not at all: the other side reads it as soon as it is there. */
function leave(outcome: Outcome): void {
  const file = process.env.SAFE_AUG_CHECKS as string;
  writeFileSync(`${file}.part`, JSON.stringify(outcome));
  renameSync(`${file}.part`, file);
}
