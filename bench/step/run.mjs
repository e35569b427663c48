// Milliseconds of one training step, ours beside PyTorch on the CPU: node bench/step/run.mjs [--rounds 12] [--threads 2]
import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
// Inside the repository, so that onnxruntime's native library is found.
const outfile = 'dist/bench-step.mjs';
try {
  await build({
    entryPoints: ['bench/step/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    external: ['onnxruntime-node'],
  });
  await (await import(pathToFileURL(outfile))).main();
} finally {
  rmSync(outfile, { force: true });
}
