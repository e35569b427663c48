import type { PanelStrings } from '../../src/protocol/panelStrings';
import type { Family, PaperVerdict, Stage, Verdict } from '../../src/protocol/vocabulary';
import type { SortKey, Grouping, Tab } from '../model/arrangement';
import type { Step } from '../model/stageTrack';

type Key = keyof PanelStrings;

/** Which text stands for which word of the program. */
export const verdictTitle: Readonly<Record<Verdict, Key>> = {
  safe: 'verdictSafe',
  undecided: 'verdictUndecided',
  shifting: 'verdictShifting',
  harmful: 'verdictHarmful',
};

/** A verdict within a sentence. */
export const verdictWord: Readonly<Record<Verdict, Key>> = {
  safe: 'wordSafe',
  undecided: 'wordUndecided',
  shifting: 'wordShifting',
  harmful: 'wordHarmful',
};

export const paperVerdictTitle: Readonly<Record<PaperVerdict, Key>> = {
  safe: 'paperSafe',
  other: 'paperOther',
  undecided: 'paperUndecided',
};

export const familyTitle: Readonly<Record<Family, Key>> = {
  orientation: 'familyOrientation',
  zoom: 'familyZoom',
  tone: 'familyTone',
  sharpness: 'familySharpness',
};

export const stageTitle: Readonly<Record<Stage, Key>> = {
  inspect: 'stageInspect',
  prepare: 'stagePrepare',
  files: 'stageFiles',
  screening: 'stageScreening',
  training: 'stageTraining',
  measuring: 'stageMeasuring',
  closing: 'stageClosing',
  writing: 'stageWriting',
};

export const stepTitle: Readonly<Record<Step, Key>> = {
  read: 'stepRead',
  screen: 'stepScreen',
  learn: 'stepLearn',
  write: 'stepWrite',
};

export const tabTitle: Readonly<Record<Tab, Key>> = {
  evidence: 'tabEvidence',
  checks: 'tabChecks',
  curves: 'tabCurves',
  run: 'tabRun',
};

export const sortTitle: Readonly<Record<SortKey, Key>> = {
  detectability: 'sortDetectability',
  labels: 'sortLabels',
  falseAlarms: 'sortFalseAlarms',
  accuracy: 'sortAccuracy',
  name: 'sortName',
};

export const groupingTitle: Readonly<Record<Grouping, Key>> = {
  verdict: 'groupVerdict',
  family: 'groupFamily',
  none: 'groupNone',
};
