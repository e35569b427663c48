import { relative, resolve, sep } from 'node:path';

/** Paths as safe-aug.json in `folder` holds them: relative to it, with forward slashes, the same on every machine. */
export function pathsFrom(
  folder: string,
  { data, run }: { data: string; run: string },
): { datasetPath: string; run: string } {
  const from = (path: string): string => relative(folder, resolve(folder, path)).split(sep).join('/') || '.';
  return { datasetPath: from(data), run: from(run) };
}
