import type { PanelAction } from '../protocol/panelMessages';

/** The command behind each of the panel's buttons; it gets the run's folder. */
export const actionCommands: Readonly<Record<PanelAction, string>> = {
  stop: 'safeAug.stop',
  stopNow: 'safeAug.stopNow',
  resume: 'safeAug.resume',
  learn: 'safeAug.learnAgain',
  writeSafeAugFile: 'safeAug.writeSafeAugFile',
  insertIntoConfig: 'safeAug.insertSafeSet',
  export: 'safeAug.export',
  openReport: 'safeAug.openReport',
  showLog: 'safeAug.showLog',
};
