import type { Result } from '../../protocol/result';
import { controlsInWords } from '../../report/words/controls';
import { magnitudeInWords } from '../../report/words/magnitudes';
import { list } from '../../report/words/numbers';

/** What the controls and the closing looks add to the table, a line each; nothing where they were not taken. */
export function closerLook(result: Result): string[] {
  return [
    ...sensitivity(result),
    ...usedTogether(result),
    ...explanations(result),
    ...milder(result),
    ...needed(result),
  ];
}

function sensitivity({ controls }: Result): string[] {
  return controls === null ? [] : ['The detector:', ...controlsInWords(controls).map((line) => `  ${line}`)];
}

function usedTogether({ closing: { pairs, use } }: Result): string[] {
  const lines: string[] = [];
  if (pairs !== null && pairs.removed.length > 0) {
    lines.push(`Left out of the safe set for unsafe pairs: ${list(pairs.removed)}.`);
  }
  if (use !== null) lines.push(`Used together as recommended: ${use.verdict}. ${use.reason}`);
  return lines;
}

/** Only those with a look-alike to name; the report has them all. */
function explanations({ closing: { families } }: Result): string[] {
  const named = (families?.explanations ?? []).filter(({ sibling }) => sibling !== null);
  return named.map(({ sentence }) => `Where the rules differ: ${sentence}`);
}

/** Transforms that are not safe as judged, but are at a milder strength. */
function milder({ closing, transforms }: Result): string[] {
  const isSafe = new Set(transforms.filter(({ verdict }) => verdict === 'safe').map(({ name }) => name));
  return (closing.magnitudes ?? [])
    .filter(({ transform, safeUpTo }) => safeUpTo !== null && !isSafe.has(transform))
    .map((magnitude) => `A milder ${magnitude.transform}: ${magnitudeInWords(magnitude)} Exports carry that range.`);
}

function needed({ transforms }: Result): string[] {
  return transforms.flatMap(({ name, needed: missing }) => (missing ? [`To settle ${name}: ${missing.sentence}`] : []));
}
