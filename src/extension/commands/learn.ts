import * as vscode from 'vscode';
import type { Host } from '../host';
import { askForBudget } from '../learning/budgetStep';
import { askForFolder, type DataChoice } from '../learning/folderStep';
import { startLearning, startToy } from '../learning/startLearning';
import { localPath, mayLearn } from '../mayLearn';
import { projectFor } from '../projects';
import type { Command } from './command';

/** Asks for what it cannot know, the folder and the budget, and starts. `given`: a folder's URI, such as the Explorer's. */
export const learn: Command = async (host, given) => {
  if (!(await mayLearn())) return;
  if (given instanceof vscode.Uri) {
    await learnFrom(host, { kind: 'folder', uri: given }, { back: false });
    return;
  }
  for (;;) {
    const choice = await askForFolder(host);
    if (choice === undefined || (await learnFrom(host, choice, { back: true })) !== 'back') return;
  }
};

async function learnFrom(host: Host, choice: DataChoice, { back }: { back: boolean }): Promise<'back' | undefined> {
  if (choice.kind === 'toy') {
    const project = await projectFor(host.context.globalStorageUri, host.context);
    if (project !== undefined) await startToy(host, project);
    return undefined;
  }
  const data = localPath(choice.uri);
  if (data === undefined) return undefined;
  const answer = await askForBudget({ data: choice.uri, back });
  if (answer === undefined || answer === 'back') return answer;
  const project = await projectFor(choice.uri, host.context);
  if (project !== undefined) await startLearning(host, { data, project, budget: answer.budget });
  return undefined;
}
