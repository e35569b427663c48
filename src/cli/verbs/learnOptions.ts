import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';
import { createPool } from '../../augment/pool';
import { defaultSettings } from '../../learn/learnSettings';
import type { Profile, RuleName } from '../../protocol/vocabulary';
import { parseBudget } from '../../run/budget';
import type { LearnArguments } from '../learning/learnArguments';
import { UsageError } from '../userError';
import { integer, number } from './optionValues';

/** The options of `learn` as the parser gives them. */
export interface LearnOptionValues {
  readonly budget: string;
  readonly presentations?: number;
  readonly seed: number;
  readonly pool?: readonly string[];
  readonly profile: Profile;
  readonly maxSubset: number;
  readonly subsetPer: 'image' | 'batch';
  readonly size?: number;
  readonly guard: boolean;
  readonly engine: string;
  readonly rule: RuleName;
  readonly threshold: number;
  readonly headsWeight: number;
  readonly controls: boolean;
  readonly maxImages: number;
  readonly threads: number;
}

/** Side of the guard crop: 3 px moves both the columns' and the 2 × 2 chroma blocks' phases at random. */
const guardSide = 3;
/** 20,000 to learn from and 2,000 held out for judging, as in the reference runs. */
const mostImages = 22_000;
const mostThreads = 8;

/** Adds what shapes a run; shared by `learn` and `demo`. */
export function addLearnOptions(command: Command): Command {
  return command
    .option('--budget <budget>', 'quick, standard, thorough, paper, or a time such as 12m or 1h30m', 'quick')
    .addOption(
      new Option('--presentations <n>', 'learn from exactly so many images instead of a budget')
        .argParser(integer(64, 1e9))
        .conflicts('budget'),
    )
    .option(
      '--seed <n>',
      'makes a run repeatable to the byte of result.json (not with a budget in time)',
      integer(0, 2 ** 32 - 1),
      defaultSettings.seed,
    )
    .option(
      '--pool <names>',
      'comma-separated transforms to judge, as named in Albumentations (default: the paper’s 15)',
      names,
    )
    .addOption(
      new Option('--profile <profile>', 'modern computes as Albumentations 2.0.8, paper as 0.1.1')
        .choices(['modern', 'paper'])
        .default(defaultSettings.profile),
    )
    .option(
      '--max-subset <n>',
      'an image gets 0 to so many transforms at once, at most a third of the pool',
      integer(1, 15),
      defaultSettings.maxSubset,
    )
    .addOption(
      new Option('--subset-per <unit>', 'draw a subset for each image, or one for a whole batch (the paper’s text)')
        .choices(['image', 'batch'])
        .default(defaultSettings.subsetPer),
    )
    .option('--size <px>', 'working side, 16 to 256 (default: 32 for pictures under 48 px, else 64)', integer(16, 256))
    .option('--no-guard', 'do not hide the traces that files leave (for comparisons with the paper only)')
    .option('--no-controls', 'do not set pictures aside to find out what the detector can see')
    .option('--engine <name>', 'what trains the network; onnx is the only one so far', 'onnx')
    .addOption(
      new Option('--rule <rule>', 'interval gives four verdicts, paper its two groups')
        .choices(['interval', 'paper'])
        .default(defaultSettings.rule),
    )
    .option(
      '--threshold <auroc>',
      'separates safe from shifting, 0.5 to 0.9',
      number(0.5, 0.9),
      defaultSettings.threshold,
    )
    .option(
      '--heads-weight <w>',
      'weight of the transform heads’ loss; the paper has 1',
      number(0.01, 1000),
      defaultSettings.headsWeight,
    )
    .option('--max-images <n>', 'use at most so many images, a seeded sample', integer(60, 1e7), mostImages)
    .option('--threads <n>', 'threads for training', integer(1, 256), Math.min(mostThreads, availableParallelism()));
}

/** Checks what the parser could not, and fills the defaults in. Throws a UsageError. */
export function learnArgumentsOf(values: LearnOptionValues): LearnArguments {
  if (values.engine !== 'onnx') {
    throw new UsageError(`There is no engine "${values.engine}" yet; this version has onnx alone. Leave --engine out.`);
  }
  const budget = values.presentations === undefined ? asUsage(() => parseBudget(values.budget)) : null;
  const pool = values.pool ?? null;
  if (pool !== null) asUsage(() => createPool({ names: pool, profile: values.profile, size: 32 }));
  const { seed, profile, maxSubset, subsetPer, rule, threshold, headsWeight, controls, maxImages, threads } = values;
  return {
    budget: budget?.name ?? null,
    presentations: values.presentations ?? budget?.presentations ?? null,
    minutes: budget?.minutes ?? null,
    seed,
    pool,
    profile,
    maxSubset,
    subsetPer,
    size: values.size ?? null,
    guard: values.guard ? guardSide : 0,
    engine: 'onnx',
    rule,
    threshold,
    headsWeight,
    controls,
    maxImages,
    threads,
  };
}

function asUsage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function names(text: string): string[] {
  return text.split(',').map((name) => name.trim());
}
