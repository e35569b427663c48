import type { Inspection } from '../../data/inspect';
import { count } from './progressBar';

/** Rows beyond this are summed up. */
const mostRows = 30;

/** What a data set is, for reading in a terminal. */
export function inspectionText(path: string, facts: Inspection): string {
  const rows: [string, string][] = [
    ['Format', facts.format],
    ['Task', facts.task === 'classification' ? `classification, ${facts.classes.length} classes` : 'none (no labels)'],
    ['Images', count(facts.images)],
    [
      'Splits',
      Object.entries(facts.splits)
        .map(([split, n]) => `${split} ${count(n)}`)
        .join(', '),
    ],
    ...sizeRows(facts),
    ['Channels', channelText(facts)],
    ['Duplicates', duplicateText(facts)],
    ['Look-alikes', nearDuplicateText(facts)],
    ['Skipped', facts.skipped.count === 0 ? 'none' : `${count(facts.skipped.count)} files`],
    [
      'Fingerprint',
      `${count(facts.fingerprint.files)} files, ${count(facts.fingerprint.bytes)} bytes, ${facts.fingerprint.hash.slice(0, 16)}`,
    ],
  ];
  const lines = [path, '', ...rows.map(([name, value]) => `${name.padEnd(12)} ${value}`)];
  if (facts.examined < facts.images)
    lines.push(`${''.padEnd(12)} (sizes, channels and duplicates are of ${count(facts.examined)} sampled images)`);
  if (facts.classes.length > 0) lines.push('', ...classLines(facts));
  if (facts.skipped.count > 0)
    lines.push(
      '',
      'Skipped:',
      ...facts.skipped.files.slice(0, mostRows).map(({ file, reason }) => `  ${file}: ${reason}`),
    );
  lines.push(...facts.duplicates.examples.map(([a, b]) => `Same picture in two splits: ${a} and ${b}`));
  lines.push(...facts.nearDuplicates.examples.map(([a, b]) => `Nearly the same picture: ${a} and ${b}`));
  lines.push(...facts.notes.map((note) => `Note: ${note}`));
  return lines.join('\n');
}

function sizeRows({ sizes, workingSize }: Inspection): [string, string][] {
  if (sizes === null) return [];
  const { shorter, longer, common } = sizes;
  const range = (side: typeof shorter): string =>
    side.min === side.max ? `${side.min} px` : `${side.min} to ${side.max} px, median ${side.median}`;
  const rows: [string, string][] = [
    ['Sizes', common.map(({ width, height, count: n }) => `${width} × ${height} (${count(n)})`).join(', ')],
    ['Shorter side', range(shorter)],
    ['Longer side', range(longer)],
  ];
  if (workingSize !== null) rows.push(['Judged at', `${workingSize} × ${workingSize} unless --size says otherwise`]);
  return rows;
}

function channelText({ channels: { gray, rgb } }: Inspection): string {
  if (rgb === 0) return 'gray';
  return gray === 0 ? 'RGB' : `RGB (${count(gray)} of the pictures are gray)`;
}

function duplicateText({ duplicates: { copies, acrossSplits, acrossClasses } }: Inspection): string {
  if (copies === 0) return 'none';
  return `${count(copies)} copies; ${count(acrossSplits)} pictures in more than one split, ${count(acrossClasses)} under more than one class`;
}

function nearDuplicateText({ nearDuplicates }: Inspection): string {
  const { groups, pictures, acrossSplits, acrossClasses } = nearDuplicates;
  if (groups === 0) return 'none';
  return `${count(pictures)} pictures in ${count(groups)} groups of near-duplicates; ${count(acrossSplits)} groups in more than one split, ${count(acrossClasses)} under more than one class`;
}

function classLines({ classes }: Inspection): string[] {
  const shown = classes.slice(0, mostRows);
  const width = Math.min(40, Math.max(...shown.map(({ name }) => name.length)));
  const lines = shown.map(({ name, count: n, bySplit }) => {
    const splits = Object.entries(bySplit);
    const detail = splits.length > 1 ? `  (${splits.map(([split, k]) => `${split} ${count(k)}`).join(', ')})` : '';
    return `  ${name.padEnd(width)} ${count(n).padStart(9)}${detail}`;
  });
  if (classes.length > mostRows) lines.push(`  … and ${classes.length - mostRows} more classes`);
  return ['Classes:', ...lines];
}
