import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A user of VS Code that exists for one test file: settings, extensions, a workspace. */
export interface Profile {
  readonly folder: string;
  readonly userData: string;
  readonly extensions: string;
  readonly workspace: string;
  /** Removes all of it. */
  close(): void;
}

/** No tours, no updates, no telemetry, nothing that opens by itself. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  // In the web workbench files are saved by themselves.
  'files.autoSave': 'off',
  'window.autoDetectColorScheme': false,
  // What newer versions show beside or over the editor.
  'workbench.editor.useModal': 'off',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** `settings` come on top of the quiet ones; `files`: text by path within the workspace. */
export function createProfile({
  settings = {},
  files = {},
}: { settings?: Record<string, unknown>; files?: Record<string, string> } = {}): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'safe-aug-e2e-'));
  const [userData, extensions, workspace] = ['data', 'extensions', 'workspace'].map((name) => join(folder, name));
  for (const path of [join(userData, 'User'), extensions, workspace]) mkdirSync(path, { recursive: true });
  writeFileSync(join(userData, 'User', 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true });
    writeFileSync(join(workspace, name), text);
  }
  return { folder, userData, extensions, workspace, close: () => rmSync(folder, { recursive: true, force: true }) };
}
