import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Host } from '../host';
import { settings } from '../settings';
import { rememberFolder } from './recentFolders';

/** Starts learning from a folder and opens the panel. Returns the run's folder. */
export async function startLearning(
  host: Host,
  { data, project, budget }: { data: string; project: string; budget: string },
): Promise<string> {
  const folder = await startRun(host, { args: ['learn', data, '--budget', budget], data, project });
  await rememberFolder(host.context, data);
  return folder;
}

/** Starts learning from the generated arrows and opens the panel. Returns the run's folder. */
export async function startToy(host: Host, project: string): Promise<string> {
  return startRun(host, { args: ['demo', '--toy'], data: join(project, 'arrows'), project });
}

async function startRun(host: Host, run: { args: string[]; data: string; project: string }): Promise<string> {
  const threads = settings.threads(vscode.Uri.file(run.project));
  const args = [...run.args, ...(threads === null ? [] : ['--threads', String(threads)])];
  await mkdir(run.project, { recursive: true });
  const folder = await host.supervisor.start({ ...run, args, keepRunning: settings.keepRunning() });
  await host.panels.show(folder);
  return folder;
}
