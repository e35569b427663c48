import { resolve } from 'node:path';
import { Command } from 'commander';
import { writeReport } from '../learning/writeReport';
import { readResult } from '../../run/resultFile';
import { RunError } from '../../run/runError';
import { runPaths } from '../../run/runPaths';

/** `safe-aug report RUN`. */
export function reportCommand(): Command {
  return new Command('report')
    .description('Write a run’s result as one self-contained HTML page.')
    .argument('<run>', 'the run’s folder')
    .option('--out <file>', 'where to write it (default: report.html in the run’s folder)')
    .addHelpText('after', '\nExample:\n  safe-aug report .safe-aug/runs/20261124-081500-photos --out photos.html')
    .action(async (folder: string, { out }: { out?: string }) => {
      const paths = runPaths(resolve(folder));
      const result = await readResult(paths.folder);
      if (result === null)
        throw new RunError(`${folder} has no result yet. Let the run end or stop it, then try again.`);
      const to = out === undefined ? paths.report : resolve(out);
      await writeReport(paths, result, to);
      console.log(to);
    });
}
