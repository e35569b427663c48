import { join } from 'node:path';
import type { Result } from '../../protocol/result';
import { exportedMembers } from '../../judge/pairs/members';
import { trainFirst } from '../../judge/trainFirst';
import { closerLook } from './closerLook';
import { duration } from './duration';
import { count } from './progressBar';
import { verdictTable } from './verdictTable';

/** What is printed at the end of a run: the table, the safe set, what to mind, and where everything is. */
export function resultText(result: Result, folder: string, { isTTY = false }: { isTTY?: boolean } = {}): string {
  const { settings, presentations, warnings, timing, complete } = result;
  const judged = `judged at ${settings.size} × ${settings.size} after ${count(presentations)} presentations`;
  const lines = [
    '',
    verdictTable(result.transforms, { colour: isTTY, classes: result.dataset.classes }),
    '',
    safeSetLine(result, judged),
    `Safe is not useful, shifting is not useless: train on ${trainFirst(result.transforms, result.dataset.task)}, then fine-tune on the safe set.`,
    ...closerLook(result),
    ...warnings.map((warning) => `Note: ${warning}`),
    '',
    `Report  ${join(folder, 'report.html')}`,
    `Result  ${join(folder, 'result.json')}`,
    `Took ${duration(timing.totalSeconds)}: training ${duration(timing.trainingSeconds)}, measuring ${duration(timing.measuringSeconds)}.`,
  ];
  if (complete && exportedMembers(result.transforms, result.closing).length > 0)
    lines.push(`Next    safe-aug export ${folder} --to albumentations-yaml`);
  if (!complete) lines.push(`Stopped early. Go on with: safe-aug resume ${folder}`);
  return lines.join('\n');
}

/** What an export holds; what is safe in a smaller range only is told apart. */
function safeSetLine({ transforms, closing, safeSet }: Result, judged: string): string {
  const milder = exportedMembers(transforms, closing)
    .filter(({ value }) => value !== null)
    .map(({ name }) => name)
    .join(', ');
  const joining = milder === '' ? '' : `; in a smaller range ${milder}`;
  if (safeSet.length > 0) return `Safe set: ${safeSet.join(', ')}${joining} (${judged}).`;
  return `No transform is known to be safe${joining === '' ? '' : ` as judged${joining}`} (${judged}); the report has each one's reason.`;
}
