// The pictures of docs/method.md, from a finished run: node bench/pictures/run.mjs RUN
import { runBundled } from '../runBundled.mjs';

await runBundled('bench/pictures/main.ts');
