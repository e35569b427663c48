// Kills runs at random moments until there were enough kills, resumes each to its end, and compares its result with that of an
// undisturbed run:  node bench/kills/run.mjs [--kills 50] [--seed 1]. Takes about ten seconds a kill.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' } },
});
const wanted = Number(values.kills);
const folder = mkdtempSync(join(tmpdir(), 'bench-kills-'));
const data = join(root, 'demo', 'eurosat');
const settings = ['--size', '16', '--presentations', '4096', '--max-images', '600', '--seed', values.seed];

// Small and repeatable; the product's own generator is not needed for choosing moments.
let state = Number(values.seed) >>> 0;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};

function start(args, killAfterMs) {
  return new Promise((settle) => {
    const child = spawn(process.execPath, [join(root, 'dist', 'cli.js'), ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (text) => (stderr += text));
    const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      settle({ code, signal, stderr });
    });
  });
}

function comparable(run) {
  const result = JSON.parse(readFileSync(join(run, 'result.json'), 'utf8'));
  delete result.timing;
  return JSON.stringify(result);
}

const undisturbed = join(folder, 'undisturbed');
const began = performance.now();
await start(['learn', data, '--run', undisturbed, ...settings]);
const wholeMs = performance.now() - began;
const expected = comparable(undisturbed);

let kills = 0;
let runs = 0;
let lost = 0;
while (kills < wanted) {
  const run = join(folder, `run-${runs++}`);
  const mayKill = 1 + Math.floor(random() * 4);
  for (let attempt = 0; ; attempt++) {
    const args = existsSync(join(run, 'run.json')) ? ['resume', run] : ['learn', data, '--run', run, ...settings];
    const { code, signal, stderr } = await start(args, attempt < mayKill ? random() * wholeMs : undefined);
    if (signal === 'SIGKILL') {
      kills++;
      continue;
    }
    if (code !== 0 || comparable(run) !== expected) {
      lost++;
      console.log(`LOST ${run}: exit ${code}\n${stderr.slice(-500)}`);
    } else rmSync(run, { recursive: true });
    break;
  }
  console.log(`${kills} kills in ${runs} runs, ${lost} lost`);
}
if (lost === 0) rmSync(folder, { recursive: true });
process.exitCode = lost === 0 ? 0 : 1;
