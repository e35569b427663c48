import { findPlaces } from '../../../src/extension/insertion/places';
import type { Place } from '../../../src/extension/insertion/place';
import { createPythonParser } from '../../../src/extension/insertion/python/pythonParser';
import { safeSetOfResult, type SafeSet } from '../../../src/extension/insertion/safeSet';
import { applyEdits } from '../../../src/extension/insertion/textEdit';
import { exampleResult } from '../../fixtures/result';

/** EuroSAT's four safe orientations. */
export const orientations: SafeSet = safeSetOfResult(exampleResult());

export const parser = await createPythonParser('node_modules/@vscode/tree-sitter-wasm/wasm');

export interface Where {
  readonly safeSet?: SafeSet;
  readonly cursor?: number | null;
}

/** The places of a file that hold no snippet at the cursor. */
export function placesIn(
  fileName: string,
  text: string,
  { safeSet = orientations, cursor = null }: Where = {},
): Place[] {
  const { places } = findPlaces({ fileName, text, safeSet, albumentations: '2.0.8', cursor, parser });
  return cursor === null ? places.filter(({ label }) => !label.startsWith('safe_transforms = …')) : [...places];
}

/** The text after insertion at a place. */
export function inserted(text: string, place: Place): string {
  return applyEdits(text, place.insertion().edits);
}

/** The text after insertion at the first place. */
export function insertInto(fileName: string, text: string, where: Where = {}): string {
  const [place] = placesIn(fileName, text, where);
  return inserted(text, place);
}
