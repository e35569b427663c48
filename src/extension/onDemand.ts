import { compareRuns } from './commands/compareRuns';
import { copyDiagnostics } from './commands/copyDiagnostics';
import { deleteRun } from './commands/deleteRun';
import { doctor } from './commands/doctor';
import { exportSafeSet } from './commands/export';
import { insertSafeSet } from './commands/insertSafeSet';
import { learn } from './commands/learn';
import { learnAgain } from './commands/learnAgain';
import { learnToy } from './commands/learnToy';
import { openPanel } from './commands/openPanel';
import { openReport } from './commands/openReport';
import { resume } from './commands/resume';
import { revealRun } from './commands/revealRun';
import { showLog } from './commands/showLog';
import { stop, stopNow } from './commands/stop';
import { writeSafeAugFile } from './commands/writeSafeAugFile';
import type { Command } from './commands/command';
import type { CommandName } from './commands/commandNames';
import { judgedResult } from './runs/judgedResult';
import { exportResult } from '../export/exportResult';
import { withMilder } from '../export/milder';
import type { Result } from '../protocol/result';

/**
 * All that is loaded when it is first used. The build makes a bundle of its own of this file, so that activation reads little;
 * it shares no state with the other but what it is handed.
 */

/** What the commands do, by their last name. */
export const commands: Readonly<Record<CommandName, Command>> = {
  learn,
  learnToy,
  learnAgain,
  stop,
  stopNow,
  resume,
  openPanel,
  openReport,
  export: exportSafeSet,
  writeSafeAugFile,
  insertSafeSet,
  compareRuns,
  revealRun,
  deleteRun,
  refreshRuns: (host) => host.runs.readAgain(),
  showLog,
  copyDiagnostics,
  doctor,
};

export { judgedResult };

/** What a run says by a threshold (null = its own), in the form of safe-aug.json without paths. */
export async function runText(folder: string, threshold: number | null): Promise<string> {
  return exportResult(await judgedResult(folder, threshold), 'safe-aug', { albumentations: '2.0.8' });
}

/** What a run says to those who use its safe set: by the threshold that the user chose for it, with what is safe in a smaller range. */
export async function usedResult(folder: string, threshold: number | null): Promise<Result> {
  return withMilder(await judgedResult(folder, threshold));
}
