import type { AlbumentationsVersion } from '../../export/target';
import { configFormat, readConfig } from './config/readConfig';
import type { ConfigDocument } from './config/configDocument';
import { message } from '../words/message';
import type { Place } from './place';
import type { PythonParser } from './python/pythonParser';
import { Refusal } from '../words/refusal';
import type { SafeSet } from './safeSet';
import { keyPathPlaces, type KeyPathTarget } from './targets/keyPaths';
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
  /** For documents in which a key path can be picked too. */
  readonly keyPaths: KeyPathSource | null;
}

/** What key paths of a document are picked from. */
export interface KeyPathSource {
  /** Without a mark of the byte order. */
  readonly text: string;
  readonly document: ConfigDocument;
  /** The places that a picked path makes. */
  placesAt(picked: Pick<KeyPathTarget, 'root' | 'path' | 'form'>): Place[];
}

/** Whether a file's name says a language that can be edited. */
export function isInsertable(fileName: string): boolean {
  return isPython(fileName) || configFormat(fileName) !== null;
}

export function isPython(fileName: string): boolean {
  return /\.pyi?$/i.test(fileName);
}

/**
 * All places in a file where the safe set can go. A mark of the byte order before the text stays where it is. Throws a `Refusal` when
 * the file cannot be read.
 */
export function findPlaces(options: PlacesOptions): FoundPlaces {
  const { text, cursor } = options;
  if (!text.startsWith(byteOrderMark)) return placesInText(options);
  const found = placesInText({
    ...options,
    text: text.slice(byteOrderMark.length),
    cursor: cursor && Math.max(0, cursor - byteOrderMark.length),
  });
  const { keyPaths } = found;
  return {
    places: found.places.map(behindMark),
    keyPaths: keyPaths && { ...keyPaths, placesAt: (picked) => keyPaths.placesAt(picked).map(behindMark) },
  };
}

function placesInText({ fileName, text, safeSet, albumentations, cursor, parser }: PlacesOptions): FoundPlaces {
  const format = configFormat(fileName);
  if (format === null) {
    if (!parser || !isPython(fileName))
      throw new Refusal(message('{0} is neither Python nor YAML, JSON or TOML. Choose another file.', fileName));
    const target = { text, safeSet, albumentations, parser };
    const places = [...pythonPipelinePlaces(target), ...pythonSnippetPlaces(target, cursor ?? text.length)];
    return { places, keyPaths: null };
  }
  const document = readConfig(text, format);
  const options = { text, document, safeSet, albumentations };
  const lists = format === 'toml' ? [] : stepListPlaces(options);
  const ultralytics = format === 'yaml' ? ultralyticsPlaces(text, document, safeSet) : [];
  const placesAt: KeyPathSource['placesAt'] = (picked) => keyPathPlaces({ ...options, ...picked });
  return { places: [...lists, ...ultralytics], keyPaths: { text, document, placesAt } };
}

const byteOrderMark = '\uFEFF';

function behindMark(place: Place): Place {
  return {
    ...place,
    insertion: () => {
      const { edits, notes } = place.insertion();
      const moved = edits.map(({ start, end, newText }) => ({
        start: start + byteOrderMark.length,
        end: end + byteOrderMark.length,
        newText,
      }));
      return { edits: moved, notes };
    },
  };
}
