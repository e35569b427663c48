import { dirname, resolve } from 'node:path';
import type { SafeAugFile } from '../../protocol/safeAugFile';

/** What a safe-aug.json links to, as absolute paths; null where it says nothing. */
export interface SafeAugLinks {
  readonly data: string | null;
  readonly run: string | null;
}

/** The links in the text of a safe-aug.json at `path`; a text that is being edited may be anything. */
export function linksOf(text: string, path: string): SafeAugLinks {
  const { dataset, run } = parse(text);
  const absolute = (link: unknown): string | null => (typeof link === 'string' ? resolve(dirname(path), link) : null);
  return { data: absolute(dataset?.path), run: absolute(run) };
}

/** The contents of a safe-aug.json at `path`. Throws an Error in words for people when it is none that can be used. */
export function parseSafeAugFile(text: string, path: string): SafeAugFile {
  const file = parse(text);
  const { version, safeSet, verdicts, use } = file;
  if (version !== 1 || !Array.isArray(safeSet) || typeof verdicts !== 'object' || typeof use !== 'object') {
    throw new Error(`${path} is no safe-aug.json of version 1. Write it anew from a run.`);
  }
  return file as SafeAugFile;
}

function parse(text: string): Partial<SafeAugFile> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
