import ora from 'ora';
import type { Evaluation, EventBody, Progress } from '../../protocol/events';
import type { Stage } from '../../protocol/vocabulary';
import { count, progressLine } from './progressBar';
import { verdictSummary } from './verdictSummary';

/** Shows a run as it goes; takes every event. Close it to give the terminal back. */
export interface ProgressView {
  show(event: EventBody): void;
  close(): void;
}

const stageNames: Record<Stage, string> = {
  inspect: 'Finding out what the folder is',
  prepare: 'Decoding the images',
  files: 'Testing the files for traces',
  screening: 'Screening by image statistics',
  training: 'Training',
  measuring: 'Measuring',
  closing: 'Looking closer',
  writing: 'Writing the result',
};

/** Seconds between two progress lines where there is no terminal to draw a bar on. */
const plainInterval = 10;

/** A spinner with a bar on a terminal, plain lines elsewhere; all on standard error, so that standard output stays data. */
export function createProgressView(stream: NodeJS.WriteStream = process.stderr): ProgressView {
  // A terminal without a width would have the spinner erase infinitely many lines.
  const isDrawable = stream.isTTY && stream.columns > 0;
  return isDrawable ? createSpinnerView(stream) : createPlainView((line) => void stream.write(`${line}\n`));
}

function createSpinnerView(stream: NodeJS.WriteStream): ProgressView {
  // Keys and signals stay the program's own business.
  const spinner = ora({ stream, discardStdin: false });
  let stage: Stage = 'inspect';
  const keep = (symbol: string, text: string): void => {
    const current = spinner.text;
    spinner.stopAndPersist({ symbol, text });
    spinner.start(current);
  };
  return {
    show: (event) => {
      const line = lineFor(event);
      if (line !== null) keep(event.type === 'warning' ? '!' : '·', line);
      if (event.type === 'stage') {
        stage = event.stage;
        spinner.start(stageNames[stage]);
      } else if (event.type === 'progress') spinner.text = `${stageNames[event.stage]} ${progressLine(event)}`;
      else if (event.type === 'run-finished' || event.type === 'run-failed') spinner.stop();
    },
    close: () => void spinner.stop(),
  };
}

/** Exported for tests. `now`: seconds. */
export function createPlainView(write: (line: string) => void, now = () => performance.now() / 1000): ProgressView {
  let lastAt = now();
  return {
    show: (event) => {
      const line = lineFor(event);
      if (line !== null) write(line);
      if (event.type === 'stage') write(`${stageNames[event.stage]} …`);
      else if (event.type === 'progress' && now() - lastAt >= plainInterval) {
        write(`  ${plainProgress(event)}`);
        lastAt = now();
      }
    },
    close: () => undefined,
  };
}

function plainProgress(event: Progress): string {
  return progressLine(event).replace(/^[█░]+ +/, '');
}

/** What stays on the screen of an event; null for those that only move the bar. */
function lineFor(event: EventBody): string | null {
  switch (event.type) {
    case 'run-started':
      return (
        `${count(event.dataset.images)} images (${event.dataset.format}), ${count(event.dataset.training)} to learn from, ` +
        `${count(event.dataset.judging)} held out for judging, at ${event.settings.size} × ${event.settings.size}; ${event.device.name}` +
        (event.resumedAt > 0 ? `; going on at ${count(event.resumedAt)} presentations` : '')
      );
    case 'warning':
      return `Note: ${event.message}`;
    case 'evaluation':
      return evaluationLine(event);
    default:
      return null;
  }
}

function evaluationLine({ presentations, transforms, taskHead }: Evaluation): string {
  const when = presentations === 0 ? 'Before training' : `After ${count(presentations)} presentations`;
  const accuracy = taskHead === null ? '' : ` (task accuracy ${(100 * taskHead.accuracy).toFixed(1)} %)`;
  return `${when}${accuracy}: ${verdictSummary(transforms)}`;
}
