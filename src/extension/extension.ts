import { join } from 'node:path';
import * as vscode from 'vscode';
import { registerCommands } from './commands/registerCommands';
import type { Host } from './host';
import { Inspections } from './learning/inspections';
import { actionCommands } from './panelActions';
import { RunPanels } from './panel/runPanels';
import { keepContextKeys } from './runs/contextKeys';
import { noticeEnds } from './runs/endNotice';
import { noteRestrictedMode } from './runs/restrictedNote';
import { RunIndex } from './runs/runIndex';
import { registerRunTexts } from './runs/runTexts';
import { RunTree } from './runs/runTree';
import { StatusBar } from './runs/statusBar';
import { registerSafeAugLenses } from './safeAugFile/safeAugLenses';
import { Supervisor } from './supervisor/supervisor';
import { registerLearnTasks } from './tasks/learnTask';
import { registerGetSafeSet } from './tools/getSafeSet';
import { createNodeFinder } from './userNode';

/** What VS Code calls first. Nothing is read or started here: that waits until somebody asks, or until this has returned. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Safe Aug', { log: true });
  const program = join(context.extensionPath, 'dist', 'cli.js');
  const findNode = createNodeFinder();
  const onProblem = (error: unknown): void => log.error(error instanceof Error ? error : String(error));
  const supervisor = new Supervisor({ program, findNode, log: (message) => log.info(message) });
  const runs = new RunIndex({
    context,
    supervisor,
    thresholdOf: (folder) => panels.thresholdOf(folder),
    judgedResult: async (folder, threshold) => (await import('./onDemand')).judgedResult(folder, threshold),
    onProblem,
  });
  const panels = new RunPanels({
    extensionUri: context.extensionUri,
    openRun: (folder) => supervisor.watch(folder),
    act: (action, { folder }) => void vscode.commands.executeCommand(actionCommands[action], folder),
    onThreshold: () => runs.refresh(),
    memento: context.workspaceState,
    log,
  });
  const inspections = new Inspections({ program, findNode });
  const host: Host = { context, log, program, findNode, supervisor, runs, panels, inspections };
  const tree = vscode.window.createTreeView('safeAug.runs', {
    treeDataProvider: new RunTree(runs),
    canSelectMany: true,
    showCollapseAll: true,
  });
  context.subscriptions.push(
    log,
    supervisor,
    runs,
    panels,
    tree,
    new StatusBar(supervisor),
    keepContextKeys(runs),
    noticeEnds(supervisor, runs),
    noteRestrictedMode(tree, runs),
    registerRunTexts(),
    registerSafeAugLenses(),
    registerLearnTasks(host),
    registerGetSafeSet(runs, panels),
    ...registerCommands(host),
  );
  // Finds runs that go on from before a reload, and keeps their leases.
  runs.refresh();
  panels.recover().catch(onProblem);
}
