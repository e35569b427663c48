import { isAbsolute, relative, resolve, sep } from 'node:path';
import * as vscode from 'vscode';
import { parseBudget } from '../../run/budget';
import type { Host } from '../host';
import { recentFolders } from '../learning/recentFolders';
import { projects } from '../projects';
import { settings } from '../settings';
import { RunTerminal } from './runTerminal';

export const taskType = 'safe-aug';

/** Said outright; else the editor asks which errors to look for in the output. */
const noProblemMatchers: string[] = [];

/** What stands in tasks.json. */
interface LearnTaskDefinition extends vscode.TaskDefinition {
  /** The data set; relative to the workspace folder. */
  readonly data: string;
  /** As `--budget` takes it. */
  readonly budget?: string;
}

/** Runs as tasks: offered for recent data sets, and taken from tasks.json. */
export function registerLearnTasks(host: Host): vscode.Disposable {
  const ending = new AbortController();
  const provider = vscode.tasks.registerTaskProvider(taskType, {
    provideTasks: () =>
      recentFolders(host.context).map((data) => {
        // A path is relative to the folder whose task it is; a data set outside of all is named in full.
        const holder = vscode.workspace.getWorkspaceFolder(vscode.Uri.file(data));
        const path = holder ? relative(holder.uri.fsPath, data).split(sep).join('/') || '.' : data;
        return learnTask(host, { type: taskType, data: path }, holder ?? vscode.TaskScope.Workspace, ending.signal);
      }),
    resolveTask: (task) =>
      learnTask(host, task.definition as LearnTaskDefinition, task.scope ?? vscode.TaskScope.Workspace, ending.signal),
  });
  return vscode.Disposable.from({ dispose: () => ending.abort() }, provider);
}

function learnTask(
  host: Host,
  definition: LearnTaskDefinition,
  scope: vscode.WorkspaceFolder | vscode.TaskScope,
  ending: AbortSignal,
): vscode.Task {
  const name = vscode.l10n.t('learn from {0}', String(definition.data));
  const execution = new vscode.CustomExecution(async (resolved) => {
    const project = typeof scope === 'object' ? scope.uri.fsPath : projects(host.context)[0];
    const { data, budget = settings.defaultBudget(vscode.Uri.file(project)) } = resolved as LearnTaskDefinition;
    return new RunTerminal(host, { data: dataPath(data, project), project, budget: checkedBudget(budget), ending });
  });
  const task = new vscode.Task(definition, scope, name, 'Safe Aug', execution, noProblemMatchers);
  task.isBackground = false;
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Silent };
  return task;
}

function dataPath(data: unknown, project: string): string {
  if (typeof data !== 'string' || data === '') {
    throw new Error(
      vscode.l10n.t('A task of the type "safe-aug" needs "data", the folder to learn from. Add it in tasks.json.'),
    );
  }
  return isAbsolute(data) ? data : resolve(project, data);
}

function checkedBudget(budget: unknown): string {
  if (typeof budget !== 'string')
    throw new Error(
      vscode.l10n.t(
        'The "budget" of a task of the type "safe-aug" must be a text, such as "quick" or "12m". Correct it in tasks.json.',
      ),
    );
  parseBudget(budget);
  return budget;
}
