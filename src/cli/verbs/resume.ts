import { Command } from 'commander';
import { learnArgumentsFrom } from '../learning/learnArguments';
import { learnAndShow } from '../learning/learnAndShow';
import { resultText } from '../view/resultText';
import { readResult } from '../../run/resultFile';
import { RunError } from '../../run/runError';
import { openRun } from '../../run/runFolder';

/** `safe-aug resume RUN`. */
export function resumeCommand(): Command {
  return new Command('resume')
    .description(
      'Go on with a run that was stopped or interrupted; the result is the same as without the interruption.',
    )
    .argument('<run>', 'the run’s folder')
    .option('--lease', 'end with a checkpoint when the host that watches has been gone for a minute', false)
    .option('--json', 'print the result as JSON instead of a table', false)
    .addHelpText('after', '\nExample:\n  safe-aug resume .safe-aug/runs/20261124-081500-photos')
    .action(async (folder: string, { lease, json }: { lease: boolean; json: boolean }) => {
      // A result that cannot be read is written anew.
      const finished = await readResult(folder).catch((error: unknown) => {
        if (error instanceof RunError) return null;
        throw error;
      });
      if (finished?.complete === true) {
        console.error('This run is complete; there is nothing to go on with.');
        console.log(json ? JSON.stringify(finished, null, 2) : resultText(finished, folder, process.stdout));
        return;
      }
      const run = await openRun(folder);
      const args = learnArgumentsFrom(run.manifest.options, folder);
      await learnAndShow({ run, data: run.manifest.data, args, lease, json });
    });
}
