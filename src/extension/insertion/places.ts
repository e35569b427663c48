import type { AlbumentationsVersion } from '../../export/target';
import { configFormat, readConfig } from './config/readConfig';
import type { ConfigDocument } from './config/configDocument';
import type { Place } from './place';
import type { PythonParser } from './python/pythonParser';
import type { SafeSet } from './safeSet';
import { pythonPipelinePlaces } from './targets/pythonPipelines';
import { pythonSnippetPlaces } from './targets/pythonSnippet';
import { stepListPlaces } from './targets/stepLists';
import { ultralyticsPlaces } from './targets/ultralytics';

export interface PlacesOptions {
  /** Says the language by its extension. */
  readonly fileName: string;
  /** What the editor shows, unsaved changes included. */
  readonly text: string;
  readonly safeSet: SafeSet;
  /** Whose argument names to write where the file does not say. */
  readonly albumentations: AlbumentationsVersion;
  /** Where a new Python statement goes; null = the file's end. */
  readonly cursor: number | null;
  /** Called for Python files only. */
  readonly pythonParser: () => Promise<PythonParser>;
}

export interface FoundPlaces {
  /** The best first. */
  readonly places: readonly Place[];
  /** The document, when a key path can be picked in it too. */
  readonly config: ConfigDocument | null;
}

/** Whether a file's name says a language that can be edited. */
export function isInsertable(fileName: string): boolean {
  return /\.pyi?$/i.test(fileName) || configFormat(fileName) !== null;
}

/** All places in a file where the safe set can go. Throws a `Refusal` when the file cannot be read. */
export async function findPlaces(options: PlacesOptions): Promise<FoundPlaces> {
  const { fileName, text, safeSet, albumentations, cursor, pythonParser } = options;
  const format = configFormat(fileName);
  if (format === null) {
    const target = { text, safeSet, albumentations, parser: await pythonParser() };
    const places = [...pythonPipelinePlaces(target), ...pythonSnippetPlaces(target, cursor ?? text.length)];
    return { places, config: null };
  }
  const document = readConfig(text, format);
  const lists = format === 'toml' ? [] : stepListPlaces({ text, document, safeSet, albumentations });
  const ultralytics = format === 'yaml' ? ultralyticsPlaces(text, document, safeSet) : [];
  return { places: [...lists, ...ultralytics], config: document };
}
