// The CIFAR-10 column of the paper's Table 1 beside a run's verdicts by both rules, every difference with what explains it:
//   node bench/truth/table1/run.mjs RUN/result.json [--paper FILE]
// FILE: the paper's results (default ../shared/specs/paper-results.json).
import { runBundled } from '../../runBundled.mjs';

await runBundled('bench/truth/table1/main.ts');
