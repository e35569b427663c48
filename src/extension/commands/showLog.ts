import { basename } from 'node:path';
import { outputTail } from '../supervisor/outputTail';
import { runPaths } from '../../run/runPaths';
import type { Command } from './command';
import { folderOf } from './pickRun';

/** Shows the log; for a run with the end of what its program wrote. */
export const showLog: Command = async ({ log }, given) => {
  const folder = folderOf(given);
  if (folder !== undefined) {
    const { stderr, stdout } = runPaths(folder);
    for (const file of [stderr, stdout]) {
      const text = await outputTail(file, { lines: 60 });
      if (text !== '') log.info(`${basename(folder)}, the end of ${basename(file)}:\n${text}`);
    }
  }
  log.show();
};
