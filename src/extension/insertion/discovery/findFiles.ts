import * as vscode from 'vscode';
import { candidateFor, ranked, usesAlbumentationsX, type Candidate } from './rankFiles';

/** A file of the workspace that may take the safe set. */
export interface FoundFile extends Candidate {
  readonly uri: vscode.Uri;
}

const languages = '**/*.{py,yaml,yml,json,jsonc,toml}';
/** What others have written or what is written anew, on top of what the user's own settings exclude. */
const foreign =
  '**/{node_modules,site-packages,.venv,venv,.git,.safe-aug,.vscode,__pycache__,dist,build,outputs,wandb,mlruns}/**';
const mostFiles = 3000;
const mostBytes = 512 * 1024;
const readAtOnce = 16;

/** The files of the workspace by what they hold, the likeliest first; open ones by what the editor shows. */
export async function findFiles(token: vscode.CancellationToken): Promise<FoundFile[]> {
  const uris = await vscode.workspace.findFiles(languages, foreign, mostFiles, token);
  const found = new Map<string, FoundFile>();
  const next = uris.values();
  const work = async (): Promise<void> => {
    for (const uri of next) {
      if (token.isCancellationRequested) return;
      const path = vscode.workspace.asRelativePath(uri);
      const candidate = candidateFor(path, await textOf(uri));
      if (candidate) found.set(path, { ...candidate, uri });
    }
  };
  await Promise.all(Array.from({ length: readAtOnce }, work));
  return ranked([...found.values()]).map(({ path }) => found.get(path)!);
}

/** Whether the project that holds a file installs albumentationsx, whose arguments have other names. */
export async function installsAlbumentationsX(uri: vscode.Uri): Promise<boolean> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder) return false;
  const pattern = new vscode.RelativePattern(folder, '**/{requirements*.txt,pyproject.toml,environment.yml,setup.cfg}');
  const files = await vscode.workspace.findFiles(pattern, foreign, 20);
  return (await Promise.all(files.map(textOf))).some(usesAlbumentationsX);
}

/** Empty for what is too large or cannot be read. */
async function textOf(uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > mostBytes ? '' : new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return '';
  }
}
