import { readFile } from 'node:fs/promises';
import type { RunManifest } from '../protocol/runManifest';
import { RunError, systemCode } from './runError';
import { runPaths } from './runPaths';

/** Reads `run.json`. Throws a `RunError` when `folder` holds no run of this version. */
export async function readManifest(folder: string): Promise<RunManifest> {
  const path = runPaths(folder).manifest;
  const manifest = parse(path, await readText(path));
  const { version } = manifest;
  if (version !== 1) {
    throw new RunError(
      `${path} is of version ${String(version)}; this version of Safe Aug reads version 1. Update Safe Aug.`,
    );
  }
  const { id, startedAt, safeAugVersion, data } = manifest;
  const strings = [id, startedAt, safeAugVersion, data].every((value) => typeof value === 'string');
  if (!strings || Number.isNaN(Date.parse(startedAt as string))) {
    throw new RunError(`${path} is damaged. Start a new run; what this one measured is still in its events.jsonl.`);
  }
  return manifest as RunManifest;
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') {
      throw new RunError(`No run was found: there is no ${path}. Name a run folder, such as one in .safe-aug/runs.`);
    }
    throw error;
  }
}

function parse(path: string, text: string): { [Key in keyof RunManifest]?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Said below.
  }
  throw new RunError(`${path} is not JSON. Start a new run; what this one measured is still in its events.jsonl.`);
}
