import { availableParallelism, cpus, totalmem } from 'node:os';
import { Command } from 'commander';
import sharp from 'sharp';
import { chooseEngine } from '../../engine/choose';
import { version } from '../version';
import { integer } from './optionValues';

/** `safe-aug doctor`. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('Check that everything Safe Aug needs works on this machine.')
    .option('--threads <n>', 'threads for the timed step', integer(1, 256), Math.min(8, availableParallelism()))
    .action(async ({ threads }: { threads: number }) => {
      const line = (name: string, value: string): void => console.log(`${name.padEnd(12)} ${value}`);
      line('Safe Aug', version);
      line('Node', `${process.version}, ${process.platform}-${process.arch}`);
      line('CPU', `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown'}`);
      line('Memory', `${Math.round(totalmem() / 2 ** 30)} GB`);
      line('Images', `sharp ${sharp.versions.sharp}, libvips ${sharp.versions.vips}`);
      const { device, why, selfTest } = await chooseEngine({ threads });
      line('Engine', device);
      line('', why);
      const { error, stepMilliseconds } = selfTest;
      line('Self-test', `passed, gradients within ${error.toPrecision(1)} of the stored ones`);
      if (stepMilliseconds !== null)
        line('Speed', `${stepMilliseconds.toFixed(0)} ms for a small training step of 64 images`);
    });
}
