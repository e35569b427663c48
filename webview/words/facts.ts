import { clearestTests, type FileFinding } from '../../src/judge/fileFinding';
import type { PanelRun, PanelState } from '../../src/protocol/panelState';
import type { JudgedRun } from '../model/judgedRun';
import { isLive } from './answer';
import { fill } from './fill';
import type { Words } from './words';

/** Transforms named in a fact; more are counted. */
const mostNamed = 2;

/** One fact of the header: is it to be believed? */
export interface Fact {
  readonly title: string;
  readonly value: string;
  readonly note: string;
}

/** "8,000 images in 10 classes (ImageFolder); 2,000 held out for judging at 32 × 32 pixels" */
export function dataFacts({ dataset, settings }: PanelRun, { strings, numbers }: Words): string {
  const { images, classes, judging, format, task } = dataset;
  return task === 'none'
    ? fill(
        strings.dataFactsUnlabelled,
        numbers.count(images),
        format,
        numbers.count(judging),
        numbers.square(settings.size),
      )
    : fill(
        strings.dataFacts,
        numbers.count(images),
        numbers.count(classes.length),
        format,
        numbers.count(judging),
        numbers.square(settings.size),
      );
}

/** What run this is, on what, how good its task head is, and whether files give anything away. */
export function facts(state: PanelState, run: PanelRun, judged: JudgedRun, words: Words): Fact[] {
  const { strings } = words;
  return [
    runFact(state, judged, words),
    { title: strings.factDevice, value: run.device.name, note: run.device.why },
    taskFact(state, run, words),
    filesFact(state, run, words),
  ];
}

function runFact(state: PanelState, { presentations }: JudgedRun, { strings, numbers }: Words): Fact {
  const took = numbers.duration(state.elapsedMs / 1000);
  const sentences = {
    finished: strings.finishedIn,
    stopped: strings.stoppedAfter,
    failed: strings.failedAfter,
    interrupted: strings.interruptedAfter,
  } as const;
  const sentence = isLive(state) ? strings.runningFor : sentences[state.phase as keyof typeof sentences];
  const measured =
    presentations === null
      ? strings.measuredNothing
      : presentations === 0
        ? strings.measuredBefore
        : fill(strings.measuredAt, numbers.count(presentations));
  return { title: strings.factRun, value: fill(sentence, took), note: measured };
}

function taskFact({ evaluations }: PanelState, run: PanelRun, { strings, numbers }: Words): Fact {
  const title = strings.factTask;
  if (run.dataset.task === 'none') return { title, value: strings.taskNone, note: strings.taskNoneWhy };
  const head = evaluations.at(-1)?.taskHead;
  if (!head) return { title, value: strings.taskLater, note: strings.taskLaterWhy };
  const range = numbers.range(head.interval95, (value) => numbers.share(value));
  return {
    title,
    value: fill(strings.taskRight, numbers.share(head.accuracy)),
    note: fill(strings.taskInterval, range, numbers.count(head.n)),
  };
}

function filesFact({ evaluations }: PanelState, { settings }: PanelRun, { strings, numbers }: Words): Fact {
  const title = strings.factFiles;
  const tests = evaluations.at(-1)?.fileTests;
  if (!tests) return { title, value: strings.filesLater, note: strings.filesLaterWhy };
  const found = clearestTests(tests);
  const note = (names: readonly string[], named: string, counted: string): string =>
    names.length > mostNamed ? fill(counted, names.length) : fill(named, numbers.list(names));
  const those = (one: FileFinding): string[] =>
    found.filter(({ finding }) => finding === one).map(({ test }) => test.transform);
  const [given, staying] = [those('hidden'), those('stays')];
  if (settings.guard === 0 && given.length > 0) {
    const all = found.map(({ test }) => test.transform);
    const why = note(all, strings.filesUnguardedWhy, strings.filesUnguardedManyWhy);
    return { title, value: strings.filesUnguarded, note: why };
  }
  if (staying.length > 0) {
    const why = note(staying, strings.filesStayWhy, strings.filesStayManyWhy);
    return { title, value: strings.filesStay, note: why };
  }
  if (given.length === 0) return { title, value: strings.filesClean, note: strings.filesCleanWhy };
  return { title, value: strings.filesTraced, note: note(given, strings.filesTracedWhy, strings.filesTracedManyWhy) };
}
