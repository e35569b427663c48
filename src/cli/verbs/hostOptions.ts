import type { Command } from 'commander';

/** What a program that starts a run and watches its folder asks for; shared by `learn` and `demo`. */
export interface HostOptionValues {
  readonly run?: string;
  readonly lease: boolean;
  readonly json: boolean;
}

export function addHostOptions(command: Command): Command {
  return command
    .option('--run <folder>', 'the run’s folder; new or empty')
    .option('--lease', 'end with a checkpoint when the host that watches has been gone for a minute', false)
    .option('--json', 'print the result as JSON instead of a table', false);
}

/** The run's folder as `createRun` takes it. */
export function folderOf({ run }: Pick<HostOptionValues, 'run'>): { folder?: string } {
  return run === undefined ? {} : { folder: run };
}
