// Compiles the AssemblyScript kernels of src/augment/wasm/source to src/augment/wasm/compiled.ts; run it after changing one of them.
// With --check it only tells whether compiled.ts belongs to the sources. The compiler is fetched by npx and is no dependency.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const compiler = 'assemblyscript@0.28.20';
const flags = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--use', 'abort='];

const folder = fileURLToPath(new URL('../src/augment/wasm/', import.meta.url));
const sources = readdirSync(join(folder, 'source'))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .sort();

const hash = createHash('sha256');
for (const part of [compiler, ...flags]) hash.update(`${part}\n`);
for (const name of sources) hash.update(`${name}\n${readFileSync(join(folder, 'source', name), 'utf8')}\n`);
const sourceHash = hash.digest('hex');

if (process.argv.includes('--check')) {
  if (!readFileSync(join(folder, 'compiled.ts'), 'utf8').includes(sourceHash)) {
    console.error('src/augment/wasm/compiled.ts is older than its sources: run "node scripts/compileKernels.mjs".');
    process.exitCode = 1;
  }
} else {
  const output = mkdtempSync(join(tmpdir(), 'kernels-'));
  try {
    const file = join(output, 'kernels.wasm');
    const entries = sources.map((name) => join('source', name));
    execFileSync('npx', ['--yes', `--package=${compiler}`, 'asc', ...entries, ...flags, '-o', file], {
      cwd: folder,
      stdio: 'inherit',
    });
    const base64 = readFileSync(file).toString('base64');
    writeFileSync(
      join(folder, 'compiled.ts'),
      `// Made by scripts/compileKernels.mjs from the files in source/.\n\n` +
        `/** Of the compiler, its flags and the sources; a test compares it. */\n` +
        `export const sourceHash = '${sourceHash}';\n\n` +
        `/** The WebAssembly module, base64. */\nexport const moduleBase64 =\n  '${base64}';\n`,
    );
  } finally {
    rmSync(output, { recursive: true });
  }
}
