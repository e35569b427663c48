import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { torchPython } from '../../test/peers/venv';
import { networks } from './networks';
import { startOurs } from './ours';
import type { Stepper } from './stepper';
import { startTorch } from './torch';

/** Steps that one side takes before it is the other's turn; the first is not counted, since the caches are not its own. */
const stepsPerTurn = 6;

const sides = ['ours', 'NCHW', 'channels_last'] as const;
type Times = Record<(typeof sides)[number], number[]>;

/** Measures all sides in turns, prints the best time, lower quartile and median of each, and ratios, and keeps them in bench/step/results.json. */
export async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '12' }, threads: { type: 'string', default: '2' } },
  });
  const threads = Number(values.threads);
  const python = await torchPython();
  if (python === null) {
    process.exitCode = 1;
    return;
  }
  const results = [];
  for (const network of networks) {
    await using ours = await startOurs(network, threads);
    await using nchw = await startTorch(python, network, { threads, channelsLast: false });
    await using channelsLast = await startTorch(python, network, { threads, channelsLast: true });
    const times = await takeTurns({ ours, NCHW: nchw, channels_last: channelsLast }, Number(values.rounds));
    const quartiles = Object.fromEntries(sides.map((side) => [side, summarize(times[side])]));
    results.push({ network: network.name, threads, ...quartiles });
    print(network.name, times);
  }
  const machine = {
    processor: cpus()[0].model,
    cores: cpus().length,
    loadAverage: loadavg()[0],
    node: process.version,
  };
  writeFileSync('bench/step/results.json', JSON.stringify({ machine, results }, null, 2) + '\n');
}

async function takeTurns(steppers: Record<keyof Times, Stepper>, rounds: number): Promise<Times> {
  const times: Times = { ours: [], NCHW: [], channels_last: [] };
  // The first round warms up.
  for (let round = 0; round <= rounds; round++) {
    for (const side of sides) {
      for (let i = 0; i < stepsPerTurn; i++) {
        const time = await steppers[side].step();
        if (round > 0 && i > 0) times[side].push(time);
      }
    }
  }
  return times;
}

function print(name: string, times: Times): void {
  const [ours, nchw, channelsLast] = sides.map((side) => summarize(times[side]));
  const ratios = (theirs: Summary): string =>
    (['best', 'lowerQuartile', 'median'] as const).map((key) => (ours[key] / theirs[key]).toFixed(2)).join(' / ');
  console.log(`${name}: ms a step, best / lower quartile / median`);
  console.log(`  ours                   ${format(ours)}`);
  console.log(`  PyTorch NCHW           ${format(nchw)}   ours to theirs: ${ratios(nchw)}`);
  console.log(`  PyTorch channels_last  ${format(channelsLast)}   ours to theirs: ${ratios(channelsLast)}`);
}

interface Summary {
  readonly best: number;
  readonly lowerQuartile: number;
  readonly median: number;
}

function summarize(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  return { best: sorted[0], lowerQuartile: sorted[sorted.length >> 2], median: sorted[sorted.length >> 1] };
}

const format = ({ best, lowerQuartile, median }: Summary): string =>
  [best, lowerQuartile, median].map((time) => time.toFixed(1)).join(' / ');
