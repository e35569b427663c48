// Are verdicts true? node bench/truth/run.mjs [--budget quick|standard] [--seeds 1,2,3] [--sets a,b] [--table]
// Draws each set, learns on it with the built program (npm run build), keeps each finished run in results.jsonl and prints the table.
// Interrupted, it goes on where it was; runs of another build of the program don't count. --table prints without learning.
import { runBundled } from '../runBundled.mjs';

await runBundled('bench/truth/main.ts');
