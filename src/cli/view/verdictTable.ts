import { styleText } from 'node:util';
import type { EvaluatedTransform } from '../../protocol/events';
import type { Verdict } from '../../protocol/vocabulary';

const order: readonly Verdict[] = ['safe', 'undecided', 'shifting', 'harmful'];
const marks: Record<Verdict, string> = { safe: '●', undecided: '○', shifting: '▲', harmful: '■' };
const colours = { safe: 'green', undecided: 'gray', shifting: 'yellow', harmful: 'red' } as const;

/** The caller has decided about colours; newer Nodes would ask standard output again. */
const anyStream = { validateStream: false } as const;

/** The columns of the table besides the verdict and the name; text only, so that it reads the same in a log. */
const heads = ['verdict', 'transform', 'told from clean', 'labels kept', 'seen on clean'] as const;

/**
 * The verdicts as a table of text, sorted from safe to harmful and by strength within, followed by the reasons that the
 * columns do not show: of what is undecided, harmful, or safe for having no effect. `colour`: ANSI colours.
 */
export function verdictTable(
  transforms: readonly EvaluatedTransform[],
  { colour = false }: { colour?: boolean } = {},
): string {
  const sorted = [...transforms].sort(
    (a, b) =>
      order.indexOf(a.verdict) - order.indexOf(b.verdict) ||
      a.evidence.alone.probe.auroc - b.evidence.alone.probe.auroc,
  );
  const rows = sorted.map((transform) => [
    `${marks[transform.verdict]} ${transform.verdict}`,
    transform.name,
    toldFromClean(transform),
    labelsKept(transform),
    seenOnClean(transform),
  ]);
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column].length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd();
  const body = rows.map((row, index) => paint(line(row), sorted[index].verdict, colour));
  const reasons = sorted.filter(needsReason).map(({ verdict, name, reason }) => `${marks[verdict]} ${name}: ${reason}`);
  const head = colour ? styleText('bold', line(heads), anyStream) : line(heads);
  return [head, ...body, ...(reasons.length > 0 ? ['', ...reasons] : [])].join('\n');
}

function needsReason({ verdict, reasonCode }: EvaluatedTransform): boolean {
  return verdict === 'undecided' || verdict === 'harmful' || reasonCode === 'no-effect';
}

function paint(text: string, verdict: Verdict, colour: boolean): string {
  if (!colour) return text;
  const length = verdict.length + 2;
  return styleText(colours[verdict], text.slice(0, length), anyStream) + text.slice(length);
}

function toldFromClean({ evidence }: EvaluatedTransform): string {
  const { auroc, intervalJudged } = evidence.alone.probe;
  return `${auroc.toFixed(2)} [${intervalJudged[0].toFixed(2)}, ${intervalJudged[1].toFixed(2)}]`;
}

function labelsKept({ evidence }: EvaluatedTransform): string {
  return evidence.labels === null ? '–' : `${(100 * evidence.labels.agreement).toFixed(0)} %`;
}

function seenOnClean({ evidence }: EvaluatedTransform): string {
  return evidence.clean === null ? '–' : `${(100 * evidence.clean.rate).toFixed(1)} %`;
}
