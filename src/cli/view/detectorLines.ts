import type { Ladder } from '../../protocol/controls';
import type { Result } from '../../protocol/result';
import { controlsInWords } from '../../report/words/controls';
import { pictures } from '../../report/words/numbers';
import { short } from './figures';

/** What the detector could have seen: the sentences of the report, and each ladder in a line. */
export function detectorLines({ controls }: Result): string[] {
  if (controls === null) return [];
  const lines = [
    ...controlsInWords(controls),
    ladder('Pattern', controls.appearance),
    ladder('Stroke', controls.orientation),
  ];
  return ['The detector:', ...lines.filter((line) => line !== null).map((line) => `  ${line}`)];
}

/** "Pattern, AUROC at ± gray levels: 32 1.00, 16 1.00, 8 0.98 (100 pictures a side)." */
function ladder(name: string, { rungs }: Ladder): string | null {
  if (rungs.length === 0) return null;
  const told = rungs.map(({ strength, auroc }) => `±${strength} ${short(auroc.auroc)}`).join(', ');
  return `${name}, AUROC by gray levels: ${told} (${pictures(rungs.map(({ n }) => n))} a side).`;
}
