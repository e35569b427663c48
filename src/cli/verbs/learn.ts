import { rm } from 'node:fs/promises';
import { Command } from 'commander';
import { DataError } from '../../data/dataError';
import { learnAndShow } from '../learning/learnAndShow';
import { version } from '../version';
import { createRun } from '../../run/runFolder';
import { addHostOptions, folderOf, type HostOptionValues } from './hostOptions';
import { addLearnOptions, learnArgumentsOf, type LearnOptionValues } from './learnOptions';

const examples = `
Examples:
  safe-aug learn photos/                        the quick budget, in a new folder under .safe-aug/runs
  safe-aug learn photos/ --budget 12m           as much as fits into 12 minutes
  safe-aug learn scans/ --size 128 --pool HorizontalFlip,RandomRotate90,CLAHE
  safe-aug learn cifar-10-batches-py/ --seed 7 --json > result.json

Ctrl-C ends the run with a checkpoint and what was measured so far; twice, it ends now.`;

/** `safe-aug learn DATA`. */
export function learnCommand(): Command {
  const command = new Command('learn')
    .description('Learn which transforms are safe for the images in a folder.')
    .argument('<data>', 'a folder of images: one folder a class, CIFAR or MNIST files, or just pictures');
  return addHostOptions(addLearnOptions(command))
    .addHelpText('after', examples)
    .action(async (data: string, values: LearnOptionValues & HostOptionValues) => {
      const args = learnArgumentsOf(values);
      const run = await createRun({ data, options: args, safeAugVersion: version, ...folderOf(values) });
      try {
        await learnAndShow({ run, data, args, lease: values.lease, json: values.json });
      } catch (error) {
        // A mistyped path should not leave a run behind; a folder that was asked for stays, since its owner looks into it.
        if (error instanceof DataError && values.run === undefined) await rm(run.paths.folder, { recursive: true });
        throw error;
      }
    });
}
