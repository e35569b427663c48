import type { Prepared } from '../../data/prepare/prepare';
import type { JudgingSplit } from '../../data/split/splitForJudging';
import { groupBy } from '../../data/split/stratified';
import { judgedZ } from '../../judge/judgedZ';
import { imagesForControls } from '../../judge/needed/markPictures';
import { mostJudged, picturesForSafe } from '../../judge/power';
import { picturesPerClass } from '../../judge/rules/brokenClasses';
import { count } from '../../judge/words';

/** How many times its smallest class the largest may have before it is said. */
const largestImbalance = 10;
const namedClasses = 5;

export interface DataWarningsOptions {
  readonly prepared: Pick<Prepared, 'dataset' | 'usable' | 'notSampled' | 'skipped'>;
  readonly split: JudgingSplit;
  /** Transforms in the pool. */
  readonly transforms: number;
  /** Planned evaluations. */
  readonly looks: number;
  readonly threshold: number;
  /** Marks are to be planted, to find out what the detector sees. */
  readonly controls: boolean;
  /** There are too few pictures to set some aside for marks. */
  readonly lacksControls: boolean;
  /** Side of the guard crop; 0 = off. */
  readonly guard: number;
}

/** What a reader of the verdicts must know of the data: what was left out, and what it is too small or too uneven for. */
export function dataWarnings(options: DataWarningsOptions): string[] {
  const { prepared, split, guard } = options;
  const { dataset, skipped } = prepared;
  const total = prepared.usable.length + skipped.count + prepared.notSampled;
  return [
    ...dataset.notes,
    prepared.notSampled > 0 &&
      `A sample was used: ${count(total - prepared.notSampled)} of ${count(total)} images (--max-images).`,
    split.copies > 0 && `Left out as exact copies of other images: ${split.copies}.`,
    nearDuplicates(split),
    dataset.task === 'none' &&
      'This data set has no labels: detection alone is judged, and nothing is said of whether labels hold.',
    skipped.count > 0 &&
      `${skipped.count === 1 ? '1 file was' : `${skipped.count} files were`} skipped as unusable; the result lists the reasons.`,
    guard === 0 && 'The guard crop is off: traces in the files may pass for differences of the pictures.',
    smallSet(options),
    unbalanced(prepared),
    smallClasses(options),
  ].filter((line): line is string => line !== false && line !== null);
}

function nearDuplicates({ alike: { groups, pictures, leftOut } }: JudgingSplit): string | null {
  if (groups === 0) return null;
  const grouped = `${count(pictures)} images are near-duplicates, in ${count(groups)} ${groups === 1 ? 'group' : 'groups'}`;
  const kept = `each group is kept on one side of the split and judged by one picture (${count(leftOut)} left out)`;
  return `${grouped}: ${kept}.`;
}

/** Said where even what cannot be told at all would hardly be called safe. */
function smallSet(options: DataWarningsOptions): string | null {
  const { split, prepared, transforms, looks, threshold, controls, lacksControls } = options;
  const wanted = picturesForSafe(threshold, judgedZ({ transforms, looks }));
  const judged = split.judging.length;
  if (judged >= wanted) {
    return lacksControls
      ? `Too few images to set some aside and find out what the detector sees, so nothing will be called safe: that takes about ${count(imagesForControls)}.`
      : null;
  }
  if (wanted > mostJudged) {
    return `A threshold of ${threshold} is too strict to call anything safe: the ${count(mostJudged)} images that are judged at most do not suffice. Use a larger one (--threshold).`;
  }
  const images = Math.max(Math.ceil((wanted * prepared.usable.length) / judged), controls ? imagesForControls : 0);
  return `Only ${count(judged)} images are held out for judging. Most transforms will stay undecided: to call one safe that cannot be told, it takes about ${count(wanted)}, of ${count(images)} images.`;
}

function unbalanced({ dataset, usable }: DataWarningsOptions['prepared']): string | null {
  if (dataset.classes.length < 2) return null;
  const byClass = groupBy(usable, (item) => dataset.items[item].label);
  const sizes = dataset.classes.map((name, label) => ({ name, size: byClass.get(label)?.length ?? 0 }));
  sizes.sort((a, b) => b.size - a.size);
  const [largest, smallest] = [sizes[0], sizes[sizes.length - 1]];
  if (largest.size < largestImbalance * Math.max(1, smallest.size)) return null;
  return `The classes are uneven: ${count(largest.size)} images of “${largest.name}”, ${count(smallest.size)} of “${smallest.name}”. Detection is judged on all of them by their share, so the large classes speak loudest.`;
}

function smallClasses({ prepared: { dataset }, split }: DataWarningsOptions): string | null {
  const byClass = groupBy(split.judging, (item) => dataset.items[item].label);
  const small = dataset.classes.filter((_, label) => (byClass.get(label)?.length ?? 0) < picturesPerClass);
  if (small.length === 0) return null;
  const named = small.slice(0, namedClasses).map((name) => `“${name}”`);
  const others = small.length > namedClasses ? ` and ${count(small.length - namedClasses)} more` : '';
  return `Fewer than ${picturesPerClass} held-out images, too few to say whether the labels hold: ${named.join(', ')}${others}.`;
}
