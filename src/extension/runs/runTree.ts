import * as vscode from 'vscode';
import { basename } from 'node:path';
import type { Verdict } from '../../protocol/vocabulary';
import { workspaceFolderOf } from '../projects';
import { canResume, isLive } from '../supervisor/runPhase';
import type { IndexedRun, RunIndex } from './runIndex';
import { runName, startOf } from './runNames';
import { countOf, verdicts, type RunSummary } from './runSummary';
import { phaseWord, verdictCounts, verdictWord } from './runWords';

/** What stands in the tree: projects where there are several, their runs, verdicts, transforms. */
export type RunNode =
  | { readonly kind: 'project'; readonly project: string }
  | { readonly kind: 'run'; readonly run: IndexedRun; readonly folder: string }
  | { readonly kind: 'verdict'; readonly run: IndexedRun; readonly folder: string; readonly verdict: Verdict }
  | {
      readonly kind: 'transform';
      readonly run: IndexedRun;
      readonly folder: string;
      readonly transform: RunSummary['transforms'][number];
    };

/** The tree "Safe Aug": all runs of the workspace with their verdicts. */
export class RunTree implements vscode.TreeDataProvider<RunNode> {
  readonly onDidChangeTreeData: vscode.Event<void>;
  readonly #runs: RunIndex;

  constructor(runs: RunIndex) {
    this.#runs = runs;
    this.onDidChangeTreeData = runs.onDidChange;
  }

  async getChildren(node?: RunNode): Promise<RunNode[]> {
    const all = await this.#runs.all();
    const runsOf = (project: string): RunNode[] =>
      all.filter((run) => run.project === project).map((run) => ({ kind: 'run', run, folder: run.folder }));
    switch (node?.kind) {
      case undefined: {
        const withRuns = [...new Set(all.map(({ project }) => project))];
        return withRuns.length > 1
          ? withRuns.map((project) => ({ kind: 'project', project }))
          : withRuns.flatMap(runsOf);
      }
      case 'project':
        return runsOf(node.project);
      case 'run':
        return verdicts
          .filter((verdict) => node.run.summary && countOf(node.run.summary, verdict) > 0)
          .map((verdict) => ({ kind: 'verdict', run: node.run, folder: node.folder, verdict }));
      case 'verdict':
        return (node.run.summary?.transforms ?? [])
          .filter(({ verdict }) => verdict === node.verdict)
          .map((transform) => ({ kind: 'transform', run: node.run, folder: node.folder, transform }));
      case 'transform':
        return [];
    }
  }

  getTreeItem(node: RunNode): vscode.TreeItem {
    switch (node.kind) {
      case 'project':
        return projectItem(node.project);
      case 'run':
        return runItem(node.run);
      case 'verdict':
        return verdictItem(node.run, node.verdict);
      case 'transform':
        return transformItem(node.run, node.transform);
    }
  }
}

function projectItem(project: string): vscode.TreeItem {
  const name = workspaceFolderOf(project)?.name ?? basename(project);
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
  item.id = project;
  item.contextValue = 'project';
  item.iconPath = new vscode.ThemeIcon('root-folder');
  return item;
}

function runItem(run: IndexedRun): vscode.TreeItem {
  const { folder, manifest, phase, summary } = run;
  const item = new vscode.TreeItem(
    runName(manifest),
    summary ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
  );
  const start = startOf(manifest, vscode.env.language);
  item.id = folder;
  const found = phase === 'finished' && summary ? safeWords(summary) : phaseWord(phase);
  item.description = `${found} · ${start}`;
  item.tooltip = [manifest.data, `${phaseWord(phase)}, ${start}`, ...(summary ? [verdictCounts(summary)] : [])].join(
    '\n',
  );
  item.iconPath = phaseIcon(run);
  item.contextValue = contextOf(run);
  item.command = { command: 'safeAug.openPanel', title: vscode.l10n.t('Open Panel'), arguments: [folder] };
  item.accessibilityInformation = { label: `${runName(manifest)}, ${item.description}` };
  return item;
}

/** "3 of 15 safe", and by which threshold where the user chose one. */
function safeWords(summary: RunSummary): string {
  const { chosenThreshold: threshold, transforms } = summary;
  const safe = countOf(summary, 'safe');
  return threshold === null
    ? vscode.l10n.t('{0} of {1} safe', safe, transforms.length)
    : vscode.l10n.t('{0} of {1} safe at {2}', safe, transforms.length, threshold);
}

/** What menus can ask for: "run live", "run ended resumable result". */
function contextOf(run: IndexedRun): string {
  const words = [
    'run',
    isLive(run.phase) ? 'live' : 'ended',
    ...(canResume(run.phase) ? ['resumable'] : []),
    ...(run.summary ? ['result'] : []),
  ];
  return words.join(' ');
}

function phaseIcon({ phase }: IndexedRun): vscode.ThemeIcon {
  switch (phase) {
    case 'starting':
    case 'running':
      return new vscode.ThemeIcon('sync~spin');
    case 'stopping':
      return new vscode.ThemeIcon('loading~spin');
    case 'finished':
      return new vscode.ThemeIcon('pass');
    case 'stopped':
      return new vscode.ThemeIcon('stop-circle');
    case 'failed':
      return new vscode.ThemeIcon('error', new vscode.ThemeColor('errorForeground'));
    case 'interrupted':
      return new vscode.ThemeIcon('debug-pause');
  }
}

const verdictIcons: Readonly<Record<Verdict, string>> = {
  safe: 'circle-filled',
  undecided: 'circle-outline',
  shifting: 'triangle-up',
  harmful: 'primitive-square',
};

function verdictItem({ folder, summary }: IndexedRun, verdict: Verdict): vscode.TreeItem {
  const item = new vscode.TreeItem(
    verdictWord(verdict),
    verdict === 'safe' ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed,
  );
  item.id = `${folder} ${verdict}`;
  item.description = String(summary ? countOf(summary, verdict) : 0);
  item.iconPath = new vscode.ThemeIcon(verdictIcons[verdict]);
  item.contextValue = 'verdict';
  return item;
}

function transformItem(
  { folder, summary }: IndexedRun,
  { name, verdict, reason }: RunSummary['transforms'][number],
): vscode.TreeItem {
  const item = new vscode.TreeItem(name);
  item.id = `${folder} ${verdict} ${name}`;
  item.tooltip = reason;
  if (verdict === 'safe' && summary?.safeSet.includes(name) === false)
    item.description = vscode.l10n.t('no effect here');
  item.contextValue = 'transform';
  item.command = { command: 'safeAug.openPanel', title: vscode.l10n.t('Open Panel'), arguments: [folder, name] };
  return item;
}
