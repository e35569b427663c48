import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { rarelySure } from '../../../src/judge/families/explainDisagreement';
import type { Result } from '../../../src/protocol/result';
import { type Column, compareWithTable } from './compare';

const dataset = 'CIFAR-10';

/** Prints the comparison for a run on CIFAR-10. */
export function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { paper: { type: 'string', default: join('..', 'shared', 'specs', 'paper-results.json') } },
  });
  const [file] = positionals;
  if (file === undefined) throw new Error('Name the result.json of a run on CIFAR-10.');
  const result = JSON.parse(readFileSync(file, 'utf8')) as Result;
  const { table1 } = JSON.parse(readFileSync(values.paper, 'utf8')) as PaperResults;
  const column: Column = Object.fromEntries(
    Object.entries(table1.matrix).map(([transform, row]) => [transform, row[dataset]]),
  );
  const compared = compareWithTable(result, column);
  console.log(
    `${dataset}: the paper's Table 1 beside ${result.presentations} presentations, profile ${result.settings.profile}\n`,
  );
  console.log('transform         Table 1  paper rule  interval rule  AUROC');
  for (const { transform, table, paper, interval, auroc, because } of compared) {
    const cells = [transform.padEnd(17), table.padEnd(8), paper.padEnd(11), interval.padEnd(14), auroc.toFixed(3)];
    console.log([cells.join(' '), ...because.map((sentence) => `    ${sentence}`)].join('\n'));
  }
  console.log(`\n${rarelySure}`);
  const agreeing = compared.filter(({ table, paper }) => paper === table).length;
  console.log(`\nThe paper rule agrees with Table 1 in ${agreeing} of ${compared.length}.`);
}

interface PaperResults {
  readonly table1: { readonly matrix: Readonly<Record<string, Readonly<Record<string, boolean>>>> };
}
