import type { Result, TransformResult } from '../../../src/protocol/result';

/** A transform in the paper's Table 1 and in a run of ours. */
export interface Compared {
  readonly transform: string;
  readonly table: 'safe' | 'other';
  readonly paper: string;
  readonly interval: string;
  /** Clean against only this transform. */
  readonly auroc: number;
  /** What explains that one of our rules differs from the table; empty where none does. */
  readonly because: readonly string[];
}

/** Safe by the table or not, by transform. */
export type Column = Readonly<Record<string, boolean>>;

/** Puts the paper's column beside both rules' verdicts; transforms that the table lacks are left out. */
export function compareWithTable(result: Result, column: Column): Compared[] {
  return result.transforms
    .filter(({ name }) => name in column)
    .map((transform) => {
      const table = column[transform.name] ? 'safe' : 'other';
      const { paper, interval } = transform.verdicts;
      const differs = groupOf(paper) !== table || groupOf(interval) !== table;
      const because = differs ? explain(transform, table, result) : [];
      const { auroc } = transform.evidence.alone.probe;
      return { transform: transform.name, table, paper, interval, auroc, because };
    });
}

function groupOf(verdict: string): string {
  return verdict === 'safe' || verdict === 'undecided' ? verdict : 'other';
}

function explain(transform: TransformResult, table: string, { closing }: Result): string[] {
  const { augmented } = transform.evidence;
  const sentences: string[] = [];
  if (groupOf(transform.verdicts.paper) !== table && augmented !== null) {
    sentences.push(`paper rule: z = ${augmented.z.toFixed(1)} (safe up to 2), recall ${percent(augmented.recall)}`);
  }
  if (groupOf(transform.verdicts.interval) !== table) sentences.push(`interval rule: ${transform.reason}`);
  const explanation = closing.families?.explanations.find((one) => one.transform === transform.name);
  return explanation ? [...sentences, explanation.sentence] : sentences;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
