// Images per second of every transform, ours beside Albumentations: node bench/augment/run.mjs [--rounds 7]
import { runBundled } from '../runBundled.mjs';

await runBundled('bench/augment/main.ts');
