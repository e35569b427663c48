import * as vscode from 'vscode';

/** The workspace's only folder. */
export function workspaceFolder(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return folder.uri;
}

/** Names of the runs in the workspace, oldest first. */
export async function runNames(): Promise<string[]> {
  const entries = await vscode.workspace.fs.readDirectory(runFolder());
  return entries.map(([name]) => name).sort();
}

/** A run's folder; without a name, the folder of all runs. */
export function runFolder(...name: readonly string[]): vscode.Uri {
  return vscode.Uri.joinPath(workspaceFolder(), '.safe-aug', 'runs', ...name);
}

/** Waits until a condition holds. Throws with what was waited for, after `limitMs`. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, limitMs = 30_000): Promise<void> {
  for (const end = Date.now() + limitMs; Date.now() < end;) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Waited in vain until ${what}.`);
}
