import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { RunPanels } from '../panel/runPanels';
import type { RunIndex } from '../runs/runIndex';
import { runName } from '../runs/runNames';
import { parseSafeAugFile } from '../safeAugFile/parseSafeAugFile';
import { safeAugFiles } from '../safeAugFile/safeAugFiles';
import { keptAnswer, safeSetAnswer, type SafeSetAnswer } from './safeSetAnswer';

interface GetSafeSetInput {
  /** Part of the name of a data set; without it, the latest results of all. */
  readonly dataset?: string;
}

/** Results that are told at once, at most: the newest of each data set. */
const mostResults = 3;

/**
 * The language-model tool `safe-aug_get_safe_set`: reads the results of this workspace, or what its
 * safe-aug.json keeps of them, and nothing else. It tells what would be inserted.
 */
export function registerGetSafeSet(
  runs: Pick<RunIndex, 'all'>,
  panels: Pick<RunPanels, 'thresholdOf'>,
): vscode.Disposable {
  return vscode.lm.registerTool<GetSafeSetInput>('safe-aug_get_safe_set', {
    prepareInvocation: () => ({ invocationMessage: vscode.l10n.t('Reading the results of Safe Aug') }),
    invoke: async ({ input }) => {
      const wanted = typeof input.dataset === 'string' ? input.dataset.toLowerCase() : '';
      const newest = new Map<string, string>();
      for (const { folder, manifest, summary } of await runs.all()) {
        const name = runName(manifest);
        if (summary && name.toLowerCase().includes(wanted) && !newest.has(name)) newest.set(name, folder);
      }
      const answers = [...newest].slice(0, mostResults).map(async ([name, folder]) => {
        const { usedResult } = await import('../onDemand');
        return safeSetAnswer(await usedResult(folder, panels.thresholdOf(folder)), name);
      });
      const measured = await Promise.all(answers);
      const found = measured.length > 0 ? measured : await keptAnswers(wanted);
      return new vscode.LanguageModelToolResult([
        new vscode.LanguageModelTextPart(found.length > 0 ? JSON.stringify(found) : nothing(wanted)),
      ]);
    },
  });
}

/** Runs are kept out of version control: who has only the project has its safe-aug.json. */
async function keptAnswers(wanted: string): Promise<SafeSetAnswer[]> {
  const texts = await Promise.all(
    (await safeAugFiles()).map(async (path) => ({ path, text: await readFile(path, 'utf8') })),
  );
  return texts
    .map(({ path, text }) => parseSafeAugFile(text, path))
    .filter(({ dataset }) => dataset.name.toLowerCase().includes(wanted))
    .map(keptAnswer);
}

function nothing(wanted: string): string {
  const of = wanted === '' ? '' : ` of a data set with "${wanted}" in its name`;
  return `This workspace has no result of Safe Aug${of}. The user can get one with the command "Safe Aug: Learn".`;
}
