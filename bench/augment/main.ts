import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createPool } from '../../src/augment/pool';
import { albumentationsPython } from '../../test/peers/venv';
import { makeImages } from './images';
import { measure } from './measure';
import { startPeer } from './peer';
import { median, table, type Row } from './table';

const sizes = [32, 64, 256];
const secondsPerMeasurement = 0.1;

/** Measures both sides in turns, round after round, prints the medians and writes them to bench/augment/results.json. */
export async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });
  const rounds = Number(values.rounds);
  const python = await albumentationsPython();
  if (python === null) {
    console.error(
      'This bench compares with Albumentations: install Python 3.9 to 3.13 with venv, and let pip reach PyPI.',
    );
    process.exitCode = 1;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-augment-'));
  try {
    // Both sides need a core for themselves; a load near the number of cores says that they had to share.
    const loadBefore = loadavg()[0];
    const rows: Row[] = [];
    for (const size of sizes) {
      const images = makeImages(size);
      const file = join(folder, `${size}.raw`);
      writeFileSync(file, Buffer.concat(images.map(({ data }) => data)));
      await using peer = startPeer(python, { file, size });
      for (const transform of createPool({ profile: 'modern', size })) {
        const ours: number[] = [];
        const theirs: number[] = [];
        for (let round = 0; round <= rounds; round++) {
          const speeds = [
            measure(transform, images, secondsPerMeasurement),
            await peer.measure(transform.name, secondsPerMeasurement),
          ];
          if (round === 0) continue; // compiling, filling caches
          ours.push(speeds[0]);
          theirs.push(speeds[1]);
        }
        const ratio = median(ours.map((speed, round) => speed / theirs[round]));
        rows.push({ transform: transform.name, size, ours: median(ours), theirs: median(theirs), ratio });
      }
    }
    console.log(table(rows));
    const machine = { cpu: cpus()[0].model, cores: cpus().length, node: process.version, loadBefore };
    const result = { machine, rounds, secondsPerMeasurement, unit: 'images/s', rows };
    writeFileSync('bench/augment/results.json', `${JSON.stringify(result, null, 1)}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
