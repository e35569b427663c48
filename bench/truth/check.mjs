// Do the claims of the drawn sets hold? By statistics, without the product's network: node bench/truth/check.mjs [--sets a,b] [--images 1500] [--seed 1]
import { runBundled } from '../runBundled.mjs';

await runBundled('bench/truth/checkMain.ts');
