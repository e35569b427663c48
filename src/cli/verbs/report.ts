import { resolve } from 'node:path';
import { Command } from 'commander';
import { reportPage, writeReport } from '../learning/writeReport';
import { writeUserFile } from '../writeUserFile';
import { readResult } from '../../run/resultFile';
import { RunError } from '../../run/runError';
import { runPaths } from '../../run/runPaths';

/** `safe-aug report RUN`. */
export function reportCommand(): Command {
  return new Command('report')
    .description('Write a run’s result as one self-contained HTML page.')
    .argument('<run>', 'the run’s folder')
    .option('--out <file>', 'where to write it (default: report.html in the run’s folder)')
    .option('--force', 'replace the file if it is there', false)
    .addHelpText('after', '\nExample:\n  safe-aug report .safe-aug/runs/20261124-081500-photos --out photos.html')
    .action(async (folder: string, { out, force }: { out?: string; force: boolean }) => {
      const paths = runPaths(resolve(folder));
      const result = await readResult(paths.folder);
      if (result === null)
        throw new RunError(
          `${folder} has no result yet. Let the run end, or go on with a stopped one (safe-aug resume), then try again.`,
        );
      if (out === undefined) await writeReport(paths, result);
      else await writeUserFile(out, await reportPage(paths, result), { force });
      console.log(out === undefined ? paths.report : resolve(out));
    });
}
