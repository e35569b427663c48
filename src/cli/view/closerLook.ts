import { exportedMembers } from '../../judge/pairs/members';
import type { Result } from '../../protocol/result';
import { magnitudeInWords } from '../../report/words/magnitudes';
import { convergenceLines } from './convergenceLines';
import { detectorLines } from './detectorLines';
import { familyLines } from './familyLines';
import { fileLines } from './fileLines';
import { pairLines } from './pairLines';

/** What the controls, the file tests and the closing looks add to the table, a line or two each; nothing where they were not taken. */
export function closerLook(result: Result): string[] {
  return [
    ...detectorLines(result),
    ...convergenceLines(result),
    ...pairLines(result),
    ...milder(result),
    ...needed(result),
    ...familyLines(result),
    ...fileLines(result),
  ];
}

/** Transforms that are not safe as judged, but are at a milder strength, and whether exports hold them. */
function milder({ closing, transforms, settings }: Result): string[] {
  const isSafe = new Set(transforms.filter(({ verdict }) => verdict === 'safe').map(({ name }) => name));
  const exported = new Set(exportedMembers(transforms, closing).map(({ name }) => name));
  return (closing.magnitudes ?? [])
    .filter(({ transform, safeUpTo }) => safeUpTo !== null && !isSafe.has(transform))
    .map((magnitude) => {
      const { transform } = magnitude;
      const use = exported.has(transform)
        ? 'Exports carry that range.'
        : 'Exports leave it out: not every pair is safe.';
      return `A milder ${transform}: ${magnitudeInWords(magnitude, settings.threshold)} ${use}`;
    });
}

function needed({ transforms }: Result): string[] {
  return transforms.flatMap(({ name, needed: missing }) => (missing ? [`To settle ${name}: ${missing.sentence}`] : []));
}
