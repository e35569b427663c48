// The method beside an independent PyTorch implementation and beside the paper's Table 1:
//   node bench/reference/run.mjs DATA [--presentations 128000] [--seed 1] [--snapshots PREFIX]
// DATA: CIFAR-10 as image folders. Learns with profile `paper` and the guard off on 20,000 training images, then compares
// `alone.network` at equal presentations, and the `paper` rule's verdicts at every evaluation. Takes minutes.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    presentations: { type: 'string', default: '128000' },
    seed: { type: 'string', default: '1' },
    /** Reference snapshots are named PREFIX_<step>. */
    snapshots: { type: 'string', default: 'cifar10_paper_s2_w8' },
    specs: { type: 'string', default: join(root, '..', 'shared', 'specs') },
  },
});
const [data] = positionals;
if (!data || !existsSync(join(values.specs, 'reference-run.json'))) {
  console.error('Needs a data set, and reference-run.json and paper-results.json in the folder --specs names.');
  process.exit(2);
}
const batch = 64;
const largestDifference = 0.05;
const reference = JSON.parse(readFileSync(join(values.specs, 'reference-run.json'), 'utf8')).snapshots;
const table1 = JSON.parse(readFileSync(join(values.specs, 'paper-results.json'), 'utf8')).table1.matrix;

const run = join(mkdtempSync(join(tmpdir(), 'bench-reference-')), 'run');
const args = ['learn', data, '--run', run, '--profile', 'paper', '--no-guard', '--rule', 'paper', '--size', '32'];
args.push('--presentations', values.presentations, '--seed', values.seed);
const learned = spawnSync(process.execPath, [join(root, 'dist', 'cli.js'), ...args], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (learned.status !== 0) process.exit(learned.status ?? 1);

const events = readFileSync(join(run, 'events.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const evaluations = events.filter(({ type, presentations }) => type === 'evaluation' && presentations > 0);
const report = evaluations.map(({ presentations, taskHead, transforms }) => {
  const snapshot = reference[`${values.snapshots}_${String(presentations / batch).padStart(6, '0')}`];
  const rows = transforms.map(({ name, evidence, verdicts }) => ({
    name,
    network: evidence.alone.network.auroc,
    interval95: evidence.alone.network.interval95,
    reference: (snapshot?.t[`${name}*`] ?? snapshot?.t[name])?.lda ?? null,
    z: evidence.augmented.z,
    paper: verdicts.paper,
    table1: table1[name]['CIFAR-10'] ? 'safe' : 'other',
  }));
  return { presentations, taskAccuracy: taskHead.accuracy, referenceAccuracy: snapshot?.cls_acc ?? null, rows };
});

for (const { presentations, taskAccuracy, referenceAccuracy, rows } of report) {
  console.log(
    `\n${presentations} presentations, task accuracy ${taskAccuracy} (reference ${referenceAccuracy ?? 'none'})`,
  );
  console.log('transform         network AUROC [95 %]        reference  difference   z      paper rule  Table 1');
  for (const { name, network, interval95, reference: other, z, paper, table1: table } of rows) {
    const difference = other === null ? '' : (network - other).toFixed(3);
    const far = other !== null && Math.abs(network - other) > largestDifference ? '*' : ' ';
    console.log(
      `${name.padEnd(17)} ${network.toFixed(3)} [${interval95.map((end) => end.toFixed(3)).join(', ')}]`.padEnd(46),
      `${(other?.toFixed(3) ?? '–').padEnd(9)} ${difference.padStart(7)}${far}  ${z.toFixed(1).padStart(6)}   ${paper.padEnd(9)} ${paper === table ? '  ' : '≠ '}${table}`,
    );
  }
  const agreeing = rows.filter(({ paper, table1: table }) => paper === table).length;
  console.log(`Agrees with Table 1 in ${agreeing} of ${rows.length}.`);
}
writeFileSync(join(root, 'bench', 'reference', 'results.json'), `${JSON.stringify(report, null, 1)}\n`);
