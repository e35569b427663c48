// How often the intervals cover, over many regimes: node bench/coverage/run.mjs [--sets 1000]; minutes.
import { runBundled } from '../runBundled.mjs';

await runBundled('bench/coverage/main.ts');
