import type { Result } from '../protocol/result';

/** Whose argument names Albumentations documents use: 2.0.8 (the last MIT release), or `x` = albumentationsx 2.2 and later. */
export type AlbumentationsVersion = '2.0.8' | 'x';

export interface ExportOptions {
  readonly albumentations: AlbumentationsVersion;
  /** For safe-aug.json: the data set's folder, relative to the file's place. Default: the path that the result holds. */
  readonly datasetPath?: string;
  /** For safe-aug.json: the run's folder, relative to the file's place. Default: null, no link. */
  readonly run?: string | null;
}

/** One form in which a safe set leaves for another program. Adding one: a file in targets/ and a line in targets.ts. */
export interface ExportTarget {
  /** As written after `--to`. */
  readonly name: string;
  /** What it is, for the help text. */
  readonly description: string;
  /** The usual name of the file. */
  readonly fileName: string;
  /** The whole text of the file, ending in a newline. */
  render(result: Result, options: ExportOptions): string;
}
