import type { PanelHost } from '../../src/protocol/panelMessages';
import type { PanelRun } from '../../src/protocol/panelState';
import type { JudgedRun } from '../model/judgedRun';
import { fill } from '../words/fill';
import type { Words } from '../words/words';

export interface FactRow {
  readonly name: string;
  readonly value: string;
}

/** Class names written out at most; more are only counted. */
const mostClasses = 20;

export function dataRows(
  { dataset }: PanelRun,
  { strings, numbers }: Words,
  bytes: (value: number) => string,
): FactRow[] {
  const { path, format, images, training, judging, classes, channels, skipped, fingerprint } = dataset;
  const names = classes.slice(0, mostClasses).join(', ') + (classes.length > mostClasses ? ' …' : '');
  return [
    { name: strings.settingPath, value: path },
    { name: strings.settingFormat, value: format },
    {
      name: strings.settingImages,
      value: fill(strings.settingImagesValue, numbers.count(images), numbers.count(training), numbers.count(judging)),
    },
    ...(classes.length > 0
      ? [{ name: strings.settingClasses, value: `${numbers.count(classes.length)}: ${names}` }]
      : []),
    { name: strings.settingChannels, value: channels === 1 ? strings.channelsGray : strings.channelsColour },
    ...(skipped.count > 0
      ? [
          {
            name: strings.settingSkipped,
            value: [
              numbers.count(skipped.count),
              ...skipped.files.slice(0, 3).map(({ file, reason }) => `${file} (${reason})`),
            ].join('; '),
          },
        ]
      : []),
    {
      name: strings.settingFingerprint,
      value: `sha256 ${fingerprint.hash.slice(0, 16)}…, ${bytes(fingerprint.bytes)}`,
    },
  ];
}

export function settingRows(
  { settings }: PanelRun,
  { runFolder }: PanelHost,
  { threshold }: JudgedRun,
  { strings, numbers }: Words,
): FactRow[] {
  const { budget, minutes, presentations, seed, size, guard, maxSubset, subsetPer, profile, rule } = settings;
  const { engine, engineVersion, threads, safeAugVersion } = settings;
  return [
    {
      name: strings.settingBudget,
      value:
        minutes === null
          ? fill(strings.budgetPresentations, budget ?? '–', numbers.count(presentations))
          : numbers.duration(60 * minutes),
    },
    { name: strings.settingSeed, value: String(seed) },
    { name: strings.settingSize, value: fill(strings.settingSizeValue, numbers.square(size), guard) },
    {
      name: strings.settingSubset,
      value: fill(strings.settingSubsetValue, maxSubset, subsetPer === 'image' ? strings.perImage : strings.perBatch),
    },
    {
      name: strings.settingProfile,
      value: profile === 'modern' ? strings.profileModern : strings.profilePaper,
    },
    {
      name: strings.settingRule,
      value: rule === 'interval' ? fill(strings.ruleInterval, numbers.decimal(threshold, 3)) : strings.rulePaper,
    },
    { name: strings.settingEngine, value: fill(strings.settingThreads, `${engine} ${engineVersion}`, threads) },
    { name: strings.settingVersion, value: safeAugVersion },
    { name: strings.settingFolder, value: runFolder },
  ];
}
