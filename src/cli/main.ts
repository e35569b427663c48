import { Command, CommanderError } from 'commander';
import { exitCodes } from './exitCodes';
import { exitCodeOf } from './userError';
import { demoCommand } from './verbs/demo';
import { doctorCommand } from './verbs/doctor';
import { exportCommand } from './verbs/export';
import { inspectCommand } from './verbs/inspect';
import { learnCommand } from './verbs/learn';
import { reportCommand } from './verbs/report';
import { resumeCommand } from './verbs/resume';
import { version } from './version';

const exitCodesHelp = `
Exit codes:
  0  done
  1  a fault of the program itself
  2  wrong command line
  3  the data set could not be used
  4  the run folder could not be used
  5  the engine could not be used
  6  stopped early, with a checkpoint and what was measured so far`;

/** The whole command line: one verb a file. */
function createProgram(): Command {
  const program = new Command('safe-aug')
    .description('Tells which image augmentations are safe for your own data, with evidence and error bars.')
    .version(version)
    .showHelpAfterError('Add --help for the options and examples.')
    .addHelpText('after', exitCodesHelp)
    .exitOverride();
  const verbs = [learnCommand, inspectCommand, resumeCommand, reportCommand, exportCommand, doctorCommand, demoCommand];
  // Options that verbs inherit must be set before the verbs are added.
  for (const verb of verbs) program.addCommand(verb().copyInheritedSettings(program));
  return program;
}

async function main(): Promise<void> {
  try {
    await createProgram().parseAsync();
  } catch (error) {
    process.exitCode = report(error);
  }
}

/** Says what went wrong, with a stack only for faults of the program itself, and gives the exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  const code = exitCodeOf(error);
  if (code !== null) {
    console.error(`safe-aug: ${(error as Error).message}`);
    return code;
  }
  console.error('safe-aug: something went wrong that should not; please report it with the lines below.');
  console.error(error);
  return exitCodes.internal;
}

// `safe-aug … | head` closes the pipe early; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.ok);
  console.error(`safe-aug: the output could not be written: ${error.message}`);
  process.exit(exitCodes.internal);
});
// Progress that nobody can read any more must not end the learning.
process.stderr.on('error', () => undefined);

void main();
