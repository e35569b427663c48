import type { AlbumentationsVersion } from '../../../export/target';
import { albumentationsCode } from '../../../export/targets/albumentationsPy';
import { torchvisionCode } from '../../../export/targets/torchvisionPy';
import { message, type Message } from '../../words/message';
import type { Insertion } from '../place';
import { readExportedModule, type ExportedModule } from '../python/exportedModule';
import type { PythonParser } from '../python/pythonParser';
import { pythonStyle } from '../python/pythonStyle';
import { Refusal } from '../../words/refusal';
import type { SafeSet } from '../safeSet';
import type { StepLibrary } from '../steps/stepKinds';
import { notesOf } from './notes';

export interface PythonTarget {
  readonly text: string;
  readonly parser: PythonParser;
  readonly safeSet: SafeSet;
  readonly albumentations: AlbumentationsVersion;
}

/** The safe set as Python source for one of the libraries. */
export function exportedFor(
  { text, parser, safeSet, albumentations }: PythonTarget,
  library: StepLibrary,
): ExportedModule {
  const { judged } = safeSet;
  const code = library === 'albumentations' ? albumentationsCode(judged, albumentations) : torchvisionCode(judged).code;
  return readExportedModule(code, parser, pythonStyle(text).quote);
}

/** What must be known of a safe set in a library: torchvision lacks some transforms. */
export function pythonNotes({ safeSet }: PythonTarget, library: StepLibrary): Message[] {
  const missing = library === 'torchvision' ? torchvisionCode(safeSet.judged).missing : [];
  const leftOut = missing.map(({ name }) => message('{0} is left out: torchvision has nothing like it.', name));
  return [...notesOf(safeSet), ...leftOut];
}

/** Works an insertion out now, while the syntax tree lives, and hands it or its refusal over when it is asked for. */
export function workedOut(work: () => Insertion): () => Insertion {
  try {
    const insertion = work();
    return () => insertion;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return () => {
      throw error;
    };
  }
}
