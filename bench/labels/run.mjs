// Is what is merely harder ever taken for broken labels? node bench/labels/run.mjs [--seeds 2] [--images 3000]
import { runBundled } from '../runBundled.mjs';

await runBundled('bench/labels/main.ts');
