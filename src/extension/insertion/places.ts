import type { AlbumentationsVersion } from '../../export/target';
import { configFormat, readConfig } from './config/readConfig';
import type { ConfigDocument } from './config/configDocument';
import { message } from '../words/message';
import type { Place } from './place';
import type { PythonParser } from './python/pythonParser';
import { Refusal } from '../words/refusal';
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
  /** For Python files; it may be closed when the places are there. */
  readonly parser: PythonParser | null;
}

export interface FoundPlaces {
  /** The best first. */
  readonly places: readonly Place[];
  /** The document, when a key path can be picked in it too. */
  readonly config: ConfigDocument | null;
}

/** Whether a file's name says a language that can be edited. */
export function isInsertable(fileName: string): boolean {
  return isPython(fileName) || configFormat(fileName) !== null;
}

export function isPython(fileName: string): boolean {
  return /\.pyi?$/i.test(fileName);
}

/** All places in a file where the safe set can go. Throws a `Refusal` when the file cannot be read. */
export function findPlaces(options: PlacesOptions): FoundPlaces {
  const { fileName, text, safeSet, albumentations, cursor, parser } = options;
  const format = configFormat(fileName);
  if (format === null) {
    if (!parser || !isPython(fileName))
      throw new Refusal(message('{0} is neither Python nor YAML, JSON or TOML. Choose another file.', fileName));
    const target = { text, safeSet, albumentations, parser };
    const places = [...pythonPipelinePlaces(target), ...pythonSnippetPlaces(target, cursor ?? text.length)];
    return { places, config: null };
  }
  const document = readConfig(text, format);
  const lists = format === 'toml' ? [] : stepListPlaces({ text, document, safeSet, albumentations });
  const ultralytics = format === 'yaml' ? ultralyticsPlaces(text, document, safeSet) : [];
  return { places: [...lists, ...ultralytics], config: document };
}
