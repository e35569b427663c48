import { createPool } from '../../augment/pool';
import type { Transform } from '../../augment/transform';
import { createFeed } from '../../data/feed/createFeed';
import { type Prepared, prepare } from '../../data/prepare/prepare';
import { readDataset } from '../../data/readDataset';
import { type ControlPictures, setAsideForControls } from '../../data/split/setAside';
import { type JudgingSplit, splitForJudging } from '../../data/split/splitForJudging';
import { type DataWorkers, startDataWorkers } from '../../data/worker/dataWorkers';
import { type ChosenEngine, chooseEngine } from '../../engine/choose';
import { learn, type Learned } from '../../learn/learn';
import type { LearnJob, LearnSink } from '../../learn/learnJob';
import { defaultSettings, type LearnSettings } from '../../learn/learnSettings';
import { type LearnState, unpackState } from '../../learn/learnState';
import { createProgressMeter } from '../../learn/progressMeter';
import { resultOf } from '../../learn/result';
import { plannedLooks } from '../../learn/runPlan';
import { planTraining } from '../../learn/trainingPlan';
import type { EventBody } from '../../protocol/events';
import type { DatasetSummary, Result, Settings } from '../../protocol/result';
import { evaluationPoints } from '../../run/budget';
import { loadCheckpoint } from '../../run/checkpoint';
import { openEventLog } from '../../run/eventLog';
import { writeResult } from '../../run/resultFile';
import { RunError } from '../../run/runError';
import type { Run } from '../../run/runFolder';
import type { StopSignal } from '../../run/stopSignal';
import { version } from '../version';
import { datasetSummary } from './datasetSummary';
import { dataWarnings } from './dataWarnings';
import { createFolderSink } from './folderSink';
import type { LearnArguments } from './learnArguments';
import { programFiles } from './programFiles';
import { requireSameData } from './requireSameData';
import { writeReport } from './writeReport';

export interface RunLearningOptions {
  /** The run's folder, held by this process. */
  readonly run: Run;
  /** Path of the data set, as given. */
  readonly data: string;
  readonly args: LearnArguments;
  readonly stop: StopSignal;
  /** Sees every event as it is logged. */
  readonly watch: (event: EventBody) => void;
}

/** Pictures are decoded by as many threads as the engine may use, up to this many; more only compete with training. */
const mostWorkers = 4;

/**
 * Learns into a run folder, from wherever an earlier process of the same run ended: data, engine, method, result and report.
 * Null when it was asked to stop before anything was measured.
 */
export async function runLearning(options: RunLearningOptions): Promise<Result | null> {
  const { run, args, watch } = options;
  const log = await openEventLog(run.paths.events, { startedAt: run.manifest.startedAt });
  const sink = createFolderSink(run, log, watch);
  const count = Math.min(mostWorkers, args.threads);
  const workers = startDataWorkers({ workerFile: programFiles.dataWorker, count });
  try {
    const result = await learnInto(options, workers, sink);
    const presentations = result?.presentations ?? 0;
    sink.emit({ type: 'run-finished', complete: result?.complete ?? false, presentations });
    return result;
  } catch (error) {
    noteFailure(sink, error);
    throw error;
  } finally {
    await workers.close();
    log.close();
  }
}

/** The failure's own error is what the user must read, also when the log cannot be written any more. */
function noteFailure(sink: LearnSink, failure: unknown): void {
  try {
    sink.emit({ type: 'run-failed', message: failure instanceof Error ? failure.message : String(failure) });
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
  }
}

async function learnInto(options: RunLearningOptions, workers: DataWorkers, sink: LearnSink): Promise<Result | null> {
  const { run, args, stop, data } = options;
  const startedAt = performance.now();
  const now = (): number => (performance.now() - startedAt) / 1000;
  const prepared = await readAndPrepare(options, workers, sink, now).catch((error: unknown) => {
    if (error === stop.requested.reason) return null;
    throw error;
  });
  if (prepared === null) return null;

  const resumed = await loadState(run, sink);
  const { split, controls } = splitOf(prepared, args);
  const dataset = datasetSummary(data, prepared, split);
  if (resumed !== null) await requireSameData(run.paths.events, dataset);
  const chosen = await chooseEngine({ name: args.engine, threads: args.threads });
  const pool = createPool({ ...(args.pool && { names: args.pool }), profile: args.profile, size: prepared.size });
  const job = learnJob(options, { prepared, split, controls, pool, workers, chosen, resumed, sink, now });
  sink.emit({
    type: 'run-started',
    dataset,
    settings: settingsOf(job, chosen, args, resumed?.plannedPresentations ?? null),
    transforms: pool.map(({ name, family, settings: params, sizeDependent }) => ({
      name,
      family,
      params,
      sizeDependent,
    })),
    device: { name: chosen.device, why: chosen.why },
    resumedAt: resumed?.training?.presentations ?? 0,
  });
  const { settings } = job;
  const warnings = dataWarnings({
    prepared,
    split,
    transforms: pool.length,
    looks: plannedLooks(settings),
    threshold: settings.threshold,
    controls: settings.controls,
    lacksControls: settings.controls && job.controls === null,
    guard: job.guard,
  });
  for (const message of warnings) sink.emit({ type: 'warning', message });
  const learned = await learn(job);
  return learned.state.measurements.length === 0
    ? null
    : writeEverything(options, job, chosen, learned, dataset, warnings);
}

async function readAndPrepare(
  { data, args, stop }: RunLearningOptions,
  workers: DataWorkers,
  sink: LearnSink,
  now: () => number,
): Promise<Prepared> {
  const signal = stop.requested;
  sink.emit({ type: 'stage', stage: 'inspect' });
  const dataset = await readDataset(data, { signal });
  sink.emit({ type: 'stage', stage: 'prepare' });
  const onProgress = createProgressMeter('prepare', 'images', { now, emit: sink.emit });
  const { seed, maxImages, size } = args;
  return prepare(dataset, { workers, seed, maxImages, ...(size !== null && { size }), signal, onProgress });
}

/** What is judged, learned from and, unless controls are off, set aside for them. */
function splitOf(prepared: Prepared, args: LearnArguments): Pick<JobParts, 'split' | 'controls'> {
  const split = splitForJudging(prepared, args.seed);
  if (!args.controls) return { split, controls: null };
  const labelOf = (item: number): number => prepared.dataset.items[item].label;
  const sceneOf = (item: number): number => prepared.scenes[item];
  const { training, controls } = setAsideForControls(split.training, labelOf, args.seed, sceneOf);
  return { split: { ...split, training }, controls };
}

async function loadState(run: Run, sink: LearnSink): Promise<LearnState | null> {
  const checkpoint = await loadCheckpoint(run.paths.checkpoint);
  if (checkpoint === null) return null;
  if (checkpoint.warning !== null) sink.emit({ type: 'warning', message: checkpoint.warning });
  return unpackState(checkpoint);
}

interface JobParts {
  readonly prepared: Prepared;
  readonly split: JudgingSplit;
  readonly controls: ControlPictures | null;
  readonly pool: readonly Transform[];
  readonly workers: DataWorkers;
  readonly chosen: ChosenEngine;
  readonly resumed: LearnState | null;
  readonly sink: LearnSink;
  readonly now: () => number;
}

function learnJob({ args, stop }: RunLearningOptions, parts: JobParts): LearnJob {
  const { prepared, split, controls, pool, workers, chosen, resumed, sink, now } = parts;
  const { profile, seed, guard } = args;
  const { dataset, size } = prepared;
  const names = pool.map(({ name }) => name);
  return {
    feed: createFeed({ prepared, workers, pool: names, profile, seed, guard }),
    split,
    controls,
    classes: dataset.classes,
    labelOf: (item) => dataset.items[item].label,
    pool,
    size,
    guard,
    engine: chosen.engine,
    settings: learnSettings(args),
    resumed,
    sink,
    signal: stop.requested,
    now,
  };
}

function learnSettings(args: LearnArguments): LearnSettings {
  const {
    seed,
    profile,
    presentations,
    minutes,
    maxSubset,
    subsetPer,
    rule,
    threshold,
    headsWeight,
    controls,
    threads,
  } = args;
  const { batchSize, learningRate } = defaultSettings;
  return {
    seed,
    profile,
    presentations,
    minutes,
    maxSubset,
    subsetPer,
    rule,
    threshold,
    batchSize,
    learningRate,
    headsWeight,
    controls,
    threads,
  };
}

function settingsOf(job: LearnJob, chosen: ChosenEngine, args: LearnArguments, planned: number | null): Settings {
  const { settings, pool, size, guard } = job;
  const { batchSize, learningRate, headsWeight, controls } = settings;
  const wanted = planned ?? settings.presentations ?? 0;
  const plan = planTraining({ presentations: wanted, batchSize, learningRate, evaluations: evaluationPoints(wanted) });
  const presentations = wanted === 0 ? 0 : plan.presentations;
  const { seed, minutes, profile, maxSubset, subsetPer, threads, rule, threshold } = settings;
  return {
    seed,
    budget: args.budget,
    minutes,
    presentations,
    size,
    profile,
    pool: pool.map(({ name }) => name),
    maxSubset,
    subsetPer,
    engine: args.engine,
    engineVersion: chosen.engine.version,
    threads,
    rule,
    threshold,
    guard,
    batchSize,
    learningRate,
    headsWeight,
    controls,
    evaluations: wanted === 0 ? [] : plan.evaluations,
    safeAugVersion: version,
  };
}

async function writeEverything(
  { run, args }: RunLearningOptions,
  job: LearnJob,
  chosen: ChosenEngine,
  { state, complete }: Learned,
  dataset: DatasetSummary,
  warnings: readonly string[],
): Promise<Result> {
  job.sink.emit({ type: 'stage', stage: 'writing' });
  const { total, training, measuring, waiting } = state.seconds;
  const result = resultOf({
    job,
    state,
    complete,
    dataset,
    settings: settingsOf(job, chosen, args, state.plannedPresentations),
    warnings,
    timing: {
      startedAt: run.manifest.startedAt,
      totalSeconds: total,
      trainingSeconds: training,
      measuringSeconds: measuring,
      waitingShare: training > 0 ? waiting / training : 0,
      peakMemoryMB: process.resourceUsage().maxRSS / 1024,
    },
  });
  await writeResult(run.paths.folder, result);
  await writeReport(run.paths, result);
  return result;
}
