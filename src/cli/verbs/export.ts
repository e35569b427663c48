import { dirname, relative, resolve, sep } from 'node:path';
import { Command, Option } from 'commander';
import { exportResult } from '../../export/exportResult';
import type { AlbumentationsVersion } from '../../export/target';
import { targets } from '../../export/targets';
import { readResult } from '../../run/resultFile';
import { RunError } from '../../run/runError';
import { writeUserFile } from '../writeUserFile';

interface ExportOptionValues {
  readonly to: string;
  readonly out?: string;
  readonly force: boolean;
  readonly albumentations: AlbumentationsVersion;
}

const examples = `
Targets:
${targets.map(({ name, description }) => `  ${name.padEnd(20)} ${description}`).join('\n')}

Examples:
  safe-aug export RUN --to albumentations-yaml --out augmentations.yaml
  safe-aug export RUN --to albumentations-py --albumentations x
  safe-aug export RUN --to safe-aug --out safe-aug.json`;

/** `safe-aug export RUN`. */
export function exportCommand(): Command {
  return new Command('export')
    .description('Print the safe set as configuration for another program.')
    .argument('<run>', 'the run’s folder')
    .addOption(new Option('--to <target>', 'the form').choices(targets.map(({ name }) => name)).makeOptionMandatory())
    .option('--out <file>', 'write to this file instead of standard output')
    .option('--force', 'replace the file if it is there', false)
    .addOption(
      new Option('--albumentations <version>', 'argument names of Albumentations 2.0.8, or of albumentationsx (x)')
        .choices(['2.0.8', 'x'])
        .default('2.0.8'),
    )
    .addHelpText('after', examples)
    .action(async (run: string, { to, out, force, albumentations }: ExportOptionValues) => {
      const result = await readResult(run);
      if (result === null)
        throw new RunError(
          `${run} has no result yet. Let the run end, or go on with a stopped one (safe-aug resume), then try again.`,
        );
      const base = out === undefined ? process.cwd() : dirname(resolve(out));
      const from = (path: string): string => relative(base, resolve(path)).split(sep).join('/') || '.';
      const text = exportResult(result, to, {
        albumentations,
        datasetPath: from(result.dataset.path),
        run: from(run),
      });
      if (out === undefined) process.stdout.write(text);
      else await writeUserFile(out, text, { force });
    });
}
