import { exportResult } from '../../../export/exportResult';
import { safeTransforms } from '../../../export/safeTransforms';
import { torchvisionEquivalent } from '../../../export/torchvision/transforms';
import type { AlbumentationsVersion } from '../../../export/target';
import { message, type Message } from '../message';
import type { Insertion } from '../place';
import { readExportedModule, type ExportedModule } from '../python/exportedModule';
import type { PythonParser } from '../python/pythonParser';
import { pythonStyle } from '../python/pythonStyle';
import { Refusal } from '../refusal';
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
  const target = library === 'albumentations' ? 'albumentations-py' : 'torchvision-py';
  return readExportedModule(
    exportResult(safeSet.exported, target, { albumentations }),
    parser,
    pythonStyle(text).quote,
  );
}

/** What must be known of a safe set in a library: torchvision lacks some transforms. */
export function pythonNotes({ safeSet }: PythonTarget, library: StepLibrary): Message[] {
  const { exported, profile, judgedSize: size } = safeSet;
  const leftOut = safeTransforms(exported).flatMap((transform) => {
    if (library === 'albumentations') return [];
    const equivalent = torchvisionEquivalent(transform, { profile, size });
    return 'missing' in equivalent ? [message('{0} is left out: {1}.', transform.name, equivalent.missing)] : [];
  });
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
