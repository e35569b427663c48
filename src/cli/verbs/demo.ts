import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { createRun } from '../../run/runFolder';
import { learnAndShow } from '../learning/learnAndShow';
import { programFiles } from '../learning/programFiles';
import { toyData } from '../learning/toyData';
import { UsageError } from '../userError';
import { version } from '../version';
import { addHostOptions, folderOf, type HostOptionValues } from './hostOptions';
import { addLearnOptions, learnArgumentsOf, type LearnOptionValues } from './learnOptions';

/** Enough to see labels break twice in a row, which is what `harmful` takes. */
const toyPresentations = 16_000;

interface DemoOptionValues extends LearnOptionValues, HostOptionValues {
  readonly toy: boolean;
}

const examples = `
Examples:
  safe-aug demo          2,400 satellite tiles that come with the source: turns are safe, tone and crops are not
  safe-aug demo --toy    arrows, generated: a flip that nobody can see and that breaks every label`;

/** `safe-aug demo`. */
export function demoCommand(): Command {
  const command = new Command('demo')
    .description('Learn on a small data set that comes with the program, or on a generated one.')
    .option('--toy', 'generate left and right arrows; takes about a minute and needs no files', false);
  return addHostOptions(addLearnOptions(command))
    .addHelpText('after', examples)
    .action(async (values: DemoOptionValues) => {
      const isShort = values.toy && command.getOptionValueSource('budget') === 'default';
      const args = learnArgumentsOf({ ...(isShort && { presentations: toyPresentations }), ...values });
      const data = values.toy ? await toyData(args.seed) : await demoData();
      const run = await createRun({ data, options: args, safeAugVersion: version, ...folderOf(values) });
      await learnAndShow({ run, data, args, lease: values.lease, json: values.json });
    });
}

async function demoData(): Promise<string> {
  const folder = programFiles.demoData;
  const isThere = await access(folder).then(
    () => true,
    () => false,
  );
  if (isThere) return folder;
  throw new UsageError(
    `The demo pictures are not part of this installation (looked for ${join(folder)}). They come with the source; ` +
      `"safe-aug demo --toy" needs no files.`,
  );
}
