import type * as vscode from 'vscode';
import type { Inspections } from './learning/inspections';
import type { RunPanels } from './panel/runPanels';
import type { RunIndex } from './runs/runIndex';
import type { Supervisor } from './supervisor/supervisor';
import type { NodeRuntime } from './supervisor/nodeRuntime';

/** What the extension's parts share for as long as it is active. */
export interface Host {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  /** The command line program, dist/cli.js. */
  readonly program: string;
  /** The Node that runs it for a folder, which may have a setting of its own. Throws an Error in words for people when there is none. */
  findNode(folder?: string): Promise<NodeRuntime>;
  readonly supervisor: Supervisor;
  readonly runs: RunIndex;
  readonly panels: RunPanels;
  readonly inspections: Inspections;
}
