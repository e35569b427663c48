import { styleText } from 'node:util';
import { brokenClasses } from '../../judge/rules/brokenClasses';
import type { EvaluatedTransform } from '../../protocol/events';
import type { Verdict } from '../../protocol/vocabulary';
import { mayBreak } from '../../report/words/labels';
import { columns, footnotes } from './verdictColumns';

const order: readonly Verdict[] = ['safe', 'undecided', 'shifting', 'harmful'];
const marks: Record<Verdict, string> = { safe: '●', undecided: '○', shifting: '▲', harmful: '■' };
const colours = { safe: 'green', undecided: 'gray', shifting: 'yellow', harmful: 'red' } as const;

/** The caller has decided about colours; newer Nodes would ask standard output again. */
const anyStream = { validateStream: false } as const;

interface VerdictTableOptions {
  /** ANSI colours. Default: none. */
  readonly colour?: boolean;
  /** The data set's class names, for what may break. */
  readonly classes?: readonly string[];
}

/**
 * The verdicts as a table of text, sorted from safe to harmful and by strength within; below it what its columns are, and the reasons
 * that they do not show: of what is undecided, harmful, or safe for having no effect, and of labels that break or may break.
 */
export function verdictTable(
  transforms: readonly EvaluatedTransform[],
  { colour = false, classes = [] }: VerdictTableOptions = {},
): string {
  const sorted = [...transforms].sort(
    (a, b) =>
      order.indexOf(a.verdict) - order.indexOf(b.verdict) ||
      a.evidence.alone.probe.auroc - b.evidence.alone.probe.auroc,
  );
  const heads = ['verdict', 'transform', ...columns.map(({ head }) => head)];
  const rows = sorted.map((transform) => [
    `${marks[transform.verdict]} ${transform.verdict}`,
    transform.name,
    ...columns.map(({ cell }) => cell(transform.evidence)),
  ]);
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column].length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd();
  const body = rows.map((row, index) => paint(line(row), sorted[index].verdict, colour));
  const reasons = sorted.flatMap((transform) =>
    unshown(transform, classes).map((reason) => `${marks[transform.verdict]} ${transform.name}: ${reason}`),
  );
  const head = colour ? styleText('bold', line(heads), anyStream) : line(heads);
  const blocks = [[head, ...body], footnotes(transforms.map(({ evidence }) => evidence)), reasons];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** What the columns do not show of a transform. */
function unshown(
  { verdict, reasonCode, reason, evidence: { labels } }: EvaluatedTransform,
  classes: readonly string[],
) {
  if (verdict === 'undecided' || verdict === 'harmful' || reasonCode === 'no-effect') return [reason];
  if (labels === null) return [];
  const doubt = mayBreak(labels, classes);
  return [...(brokenClasses(labels).length > 0 ? [reason] : []), ...(doubt === null ? [] : [`${doubt}.`])];
}

function paint(text: string, verdict: Verdict, colour: boolean): string {
  if (!colour) return text;
  const length = verdict.length + 2;
  return styleText(colours[verdict], text.slice(0, length), anyStream) + text.slice(length);
}
