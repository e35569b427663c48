import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import { inspectDataset } from '../../data/inspect';
import { startDataWorkers } from '../../data/worker/dataWorkers';
import { programFiles } from '../learning/programFiles';
import { createProgressView } from '../view/progressView';
import { inspectionText } from '../view/inspectionText';
import { createProgressMeter } from '../../learn/progressMeter';
import { integer } from './optionValues';

/** `safe-aug inspect DATA`. */
export function inspectCommand(): Command {
  return new Command('inspect')
    .description('Say what a folder of images is: format, classes, sizes, duplicates, bad files, fingerprint.')
    .argument('<data>', 'the folder')
    .option('--json', 'print the facts as JSON', false)
    .option(
      '--max-images <n>',
      'open at most so many pictures, a sample of all classes; counts cover all',
      integer(1, 1e7),
    )
    .addHelpText('after', '\nExample:\n  safe-aug inspect photos/')
    .action(async (data: string, { json, maxImages }: { json: boolean; maxImages?: number }) => {
      const view = createProgressView();
      const workers = startDataWorkers({
        workerFile: programFiles.dataWorker,
        count: Math.min(4, availableParallelism()),
      });
      try {
        view.show({ type: 'stage', stage: 'inspect' });
        const now = (): number => performance.now() / 1000;
        const onProgress = createProgressMeter('inspect', 'images', { now, emit: view.show });
        const facts = await inspectDataset(data, { workers, maxImages, onProgress });
        view.close();
        console.log(json ? JSON.stringify(facts, null, 2) : inspectionText(data, facts));
      } finally {
        view.close();
        await workers.close();
      }
    });
}
