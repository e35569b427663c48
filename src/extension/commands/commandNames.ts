/** The last names of all commands; package.json says what they are called. */
export const commandNames = [
  'learn',
  'learnToy',
  'learnAgain',
  'stop',
  'stopNow',
  'resume',
  'openPanel',
  'openReport',
  'export',
  'writeSafeAugFile',
  'insertSafeSet',
  'compareRuns',
  'revealRun',
  'deleteRun',
  'refreshRuns',
  'showLog',
  'copyDiagnostics',
  'doctor',
] as const;
export type CommandName = (typeof commandNames)[number];
