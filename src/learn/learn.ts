import type { Image } from '../augment/image';
import { markLabels } from '../data/feed/draws/marks';
import { createPresentationOrder } from '../data/split/trainingOrder';
import { createJointNetwork } from '../nn/jointNetwork';
import { sgd } from '../nn/optimizers/sgd';
import { createRandom } from '../random/random';
import { type CompiledNetwork, compileNetwork, inferBatch } from './compiledNetwork';
import { saveControlPictures } from './controls/controlPictures';
import { type ControlSets, drawControlSets } from './controls/controlSets';
import { evaluationEvent } from './evaluationEvent';
import { fileTests } from './fileTests/fileTests';
import { drawJudgingSets, type JudgingSets } from './judgingSets';
import type { LearnJob } from './learnJob';
import { closingOf, type LearnState, newLearnState } from './learnState';
import { screenMagnitudes, type ScreenMagnitudesOptions } from './magnitudes/screenMagnitudes';
import { saveStrengthPictures } from './magnitudes/strengthPictures';
import { screen } from './measuring/evaluate';
import { channelStatistics } from './normalisation';
import { makePreviews } from './previews';
import { createProgressMeter } from './progressMeter';
import { controlOrderOf, planFor, plannedLooks } from './runPlan';
import { trainAndMeasure } from './trainAndMeasure';
import { controlPicturesOf } from './trainJointly';
import { startingState } from './trainingState';

/** Pictures that the file tests look at. */
const fileTestPictures = 600;

export interface Learned {
  /** False when it was asked to stop before the end of its budget. */
  readonly complete: boolean;
  readonly state: LearnState;
}

/**
 * The method, stage by stage: file tests and screening before any training, then joint training with evaluations on the way.
 * Ends early, with what was measured so far, when the signal asks for it; goes on from `job.resumed` where there is one.
 */
export async function learn(job: LearnJob): Promise<Learned> {
  const state = job.resumed ?? newLearnState();
  const secondsBefore = state.seconds.total;
  const complete = await runStages(job, state).catch((error: unknown) => {
    if (error === job.signal.reason) return false;
    throw error;
  });
  state.seconds.total = secondsBefore + job.now();
  await job.sink.saveCheckpoint(state);
  return { complete, state };
}

async function runStages(job: LearnJob, state: LearnState): Promise<boolean> {
  // A random order makes any first part of the held-out pictures a fair sample of them.
  const judging = shuffled(job.split.judging, job.settings.seed);
  const isScreened = state.measurements.length > 0;
  if (!isScreened) await testFiles(job, state, judging);
  const sets = await drawSets(job, judging);
  if (!isScreened) {
    await screenAndShow(job, state, sets, judging);
    await job.sink.saveCheckpoint(state);
  }
  const controlSets = await prepareControls(job, isScreened);
  const network = await prepareNetwork(job, state);
  try {
    return await trainAndMeasure(job, state, {
      network,
      sets,
      judging,
      controlSets,
      controlOrder: controlOrderOf(job),
      order: createPresentationOrder(job.split.training, job.settings.seed),
      plan: await planFor(job, state, network, sets),
    });
  } finally {
    await network.close();
  }
}

async function testFiles(job: LearnJob, state: LearnState, judging: Int32Array): Promise<void> {
  job.sink.emit({ type: 'stage', stage: 'files' });
  const random = createRandom(job.settings.seed, 'file tests');
  const images = baseImages(job, judging.slice(0, fileTestPictures));
  // Also where the guard is off: then the result shows what it would have hidden.
  state.fileTests = await fileTests({ images, pool: job.pool, random });
}

async function* baseImages({ feed, signal }: LearnJob, items: Int32Array): AsyncGenerator<Image> {
  for (const item of items) {
    signal.throwIfAborted();
    yield await feed.baseImage(item);
  }
}

function drawSets(job: LearnJob, judging: Int32Array): Promise<JudgingSets> {
  job.sink.emit({ type: 'stage', stage: 'screening' });
  return drawJudgingSets({
    ...job,
    ...job.settings,
    items: judging,
    batchSize: inferBatch,
    onProgress: createProgressMeter('screening', 'images', { now: job.now, emit: job.sink.emit }),
  });
}

async function screenAndShow(job: LearnJob, state: LearnState, sets: JudgingSets, judging: Int32Array): Promise<void> {
  const { seed } = job.settings;
  const screening = screen({ ...job, sets, n: judging.length, looks: plannedLooks(job.settings), seed });
  job.sink.emit(evaluationEvent(job, [screening], state.fileTests));
  const previews = makePreviews({
    ...job,
    seed,
    items: judging,
    labelOf: (item) => job.classes[job.labelOf(item)] ?? null,
    save: job.sink.savePreview,
  });
  for await (const preview of previews) job.sink.emit(preview);
  await screenStrengths(job, state, { sets, judging, screening });
  // Only now: a run that is stopped on the way makes the missing previews when it is resumed.
  state.measurements = [screening];
}

async function screenStrengths(
  job: LearnJob,
  state: LearnState,
  screened: Pick<ScreenMagnitudesOptions, 'sets' | 'judging' | 'screening'>,
): Promise<void> {
  const { settings, sink, now } = job;
  await saveStrengthPictures({ ...job, seed: settings.seed, items: screened.judging, save: sink.savePreview });
  const onProgress = createProgressMeter('screening', 'images', { now, emit: sink.emit });
  state.screenedMagnitudes = await screenMagnitudes({ job, ...screened, onProgress });
  sink.emit({ type: 'closing', closing: closingOf(state) });
}

/** Null without controls. */
async function prepareControls(job: LearnJob, isShown: boolean): Promise<ControlSets | null> {
  const { controls, feed, settings, signal, sink } = job;
  if (controls === null) return null;
  const items = shuffled(controls.judged, settings.seed);
  if (!isShown) await saveControlPictures(await feed.baseImage(items[0]), settings.seed, sink.savePreview);
  return drawControlSets({ feed, items, batchSize: inferBatch, signal });
}

/** Builds and compiles the network; a fresh run starts from seeded weights. */
async function prepareNetwork(job: LearnJob, state: LearnState): Promise<CompiledNetwork> {
  const { feed, split, settings, pool, classes, engine } = job;
  const { mean, standardDeviation } = await channelStatistics(feed, split.training, settings.batchSize, job.signal);
  const network = createJointNetwork({
    side: feed.side,
    channels: feed.channels,
    classes: classes.length,
    transforms: pool.length,
    marks: job.controls ? markLabels.length : 0,
    mean,
    standardDeviation,
  });
  const optimizer = sgd();
  state.training ??= startingState(
    network.initialParameters(createRandom(settings.seed, 'weights')),
    optimizer.stateLength(network.parameterCount),
  );
  const { batchSize: trainBatch } = settings;
  const controlPictures = job.controls ? controlPicturesOf(trainBatch) : 0;
  return compileNetwork({ ...settings, engine, network, optimizer, trainBatch, controlPictures, inferBatch });
}

function shuffled(items: Int32Array, seed: number): Int32Array {
  return Int32Array.from(createRandom(seed, 'judging order').shuffle([...items]));
}
