import { itemName, type Dataset, type Fingerprint, type Item, type SkippedFile, type Split } from './dataset';
import { groupNearDuplicates } from './duplicates/nearDuplicates';
import { chooseSize, median } from './prepare/chooseSize';
import type { ReadableImage } from './prepare/examine';
import { examineAll } from './prepare/examineAll';
import { listedSkipped } from './prepare/prepare';
import { readDataset } from './readDataset';
import { sampleItems } from './split/sampleItems';
import { groupBy } from './split/stratified';
import type { DataWorkers } from './worker/dataWorkers';

export interface InspectOptions {
  readonly workers: DataWorkers;
  /** At most this many pictures are opened, a stratified sample; counts and the fingerprint cover all. Default 50,000. */
  readonly maxImages?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** What a data set is, in numbers. */
export interface Inspection {
  readonly root: string;
  readonly format: string;
  readonly task: 'classification' | 'none';
  /** Pictures found. */
  readonly images: number;
  /** Pictures opened: what sizes, channels, duplicates and skipped speak of. */
  readonly examined: number;
  readonly splits: Readonly<Partial<Record<Split, number>>>;
  /** In the order of their indices; empty without labels. */
  readonly classes: readonly {
    readonly name: string;
    readonly count: number;
    readonly bySplit: Readonly<Partial<Record<Split, number>>>;
  }[];
  /** Pixels; null when no picture could be opened. */
  readonly sizes: {
    readonly shorter: { readonly min: number; readonly median: number; readonly max: number };
    readonly longer: { readonly min: number; readonly median: number; readonly max: number };
    /** The five most common, most common first. */
    readonly common: readonly { readonly width: number; readonly height: number; readonly count: number }[];
  } | null;
  readonly channels: { readonly gray: number; readonly rgb: number };
  readonly duplicates: {
    /** Pictures that equal an earlier one byte for byte. */
    readonly copies: number;
    /** Distinct pictures that are in more than one split, and examples (names of two of them). */
    readonly acrossSplits: number;
    readonly examples: readonly (readonly [string, string])[];
    /** Distinct pictures that are there under more than one class. */
    readonly acrossClasses: number;
  };
  /** Pictures that nearly equal another one: re-encoded, resized, a little brighter or cut. Exact copies are not among them. */
  readonly nearDuplicates: {
    readonly groups: number;
    /** In these groups. */
    readonly pictures: number;
    /** Groups whose pictures are in more than one split, and in more than one class. */
    readonly acrossSplits: number;
    readonly acrossClasses: number;
    /** Names of two of a group. */
    readonly examples: readonly (readonly [string, string])[];
  };
  readonly skipped: { readonly count: number; readonly files: readonly SkippedFile[] };
  /** The working side that `learn` takes by default; null when no picture could be opened. */
  readonly workingSize: number | null;
  readonly fingerprint: Fingerprint;
  readonly notes: readonly string[];
}

/** Reads the data set at `path` and opens its pictures to say what they are. Bad files are counted, never an error. */
export async function inspectDataset(path: string, options: InspectOptions): Promise<Inspection> {
  const { workers, maxImages = 50_000, signal, onProgress } = options;
  const dataset = await readDataset(path, { signal });
  const { items, classes } = dataset;
  const all = Int32Array.from(items.keys());
  const groupOf = (item: number): number =>
    splits.indexOf(items[item].split) * (classes.length + 1) + items[item].label + 1;
  const chosen = sampleItems(all, groupOf, maxImages, 0);
  const examined = await examineAll(dataset, chosen, { workers, cache: null, signal, onProgress });

  const pictures: ExaminedItem[] = [];
  const skipped: SkippedFile[] = [];
  for (const [i, found] of examined.entries()) {
    const item = items[chosen[i]];
    const name = itemName(dataset, item.source);
    if ('reason' in found) skipped.push({ file: name, reason: found.reason });
    else pictures.push({ ...found, ...item, name });
  }
  const sizes = summarizeSizes(pictures);
  return {
    root: dataset.root,
    format: dataset.format,
    task: dataset.task,
    images: dataset.found,
    examined: chosen.length,
    splits: countSplits(items),
    classes: countClasses(dataset),
    sizes,
    channels: {
      gray: pictures.filter(({ channels }) => channels === 1).length,
      rgb: pictures.filter(({ channels }) => channels === 3).length,
    },
    duplicates: findDuplicates(pictures),
    nearDuplicates: findNearDuplicates(pictures),
    skipped: { count: skipped.length, files: skipped.slice(0, listedSkipped) },
    workingSize: sizes && chooseSize(pictures.map(({ height, width }) => Math.min(height, width))),
    fingerprint: dataset.fingerprint,
    notes: dataset.notes,
  };
}

type ExaminedItem = ReadableImage & Item & { readonly name: string };
type SplitCounts = Partial<Record<Split, number>>;

const splits: readonly Split[] = ['train', 'val', 'test'];
const commonSizes = 5;
const duplicateExamples = 5;

function countSplits(items: readonly Item[]): SplitCounts {
  const counts: SplitCounts = {};
  for (const { split } of items) counts[split] = (counts[split] ?? 0) + 1;
  return counts;
}

function countClasses({ classes, items }: Dataset): Inspection['classes'] {
  const byLabel = groupBy(items, ({ label }) => label);
  return classes.map((name, label) => {
    const members = byLabel.get(label) ?? [];
    return { name, count: members.length, bySplit: countSplits(members) };
  });
}

function summarizeSizes(pictures: readonly ReadableImage[]): Inspection['sizes'] {
  if (pictures.length === 0) return null;
  const bySize = groupBy(pictures, ({ width, height }) => `${width}x${height}`);
  const common = [...bySize.values()]
    .map((members) => ({ width: members[0].width, height: members[0].height, count: members.length }))
    .sort((a, b) => b.count - a.count || a.width - b.width || a.height - b.height);
  return {
    shorter: spread(pictures.map(({ width, height }) => Math.min(width, height))),
    longer: spread(pictures.map(({ width, height }) => Math.max(width, height))),
    common: common.slice(0, commonSizes),
  };
}

function spread(values: readonly number[]): { min: number; median: number; max: number } {
  const sorted = [...values].sort((a, b) => a - b);
  return { min: sorted[0], median: median(sorted), max: sorted[sorted.length - 1] };
}

function findDuplicates(pictures: readonly ExaminedItem[]): Inspection['duplicates'] {
  const groups = [...groupBy(pictures, ({ content }) => content).values()].filter(({ length }) => length > 1);
  const across = groups.flatMap((group) => {
    const other = group.find(({ split }) => split !== group[0].split);
    return other ? [[group[0].name, other.name] as const] : [];
  });
  return {
    copies: groups.reduce((sum, { length }) => sum + length - 1, 0),
    acrossSplits: across.length,
    examples: across.slice(0, duplicateExamples),
    acrossClasses: groups.filter((group) => group.some(({ label }) => label >= 0 && label !== group[0].label)).length,
  };
}

function findNearDuplicates(pictures: readonly ExaminedItem[]): Inspection['nearDuplicates'] {
  const distinct = [...groupBy(pictures, ({ content }) => content).values()].map(([first]) => first);
  const leaders = groupNearDuplicates(distinct.map(({ look }) => look));
  const groups = [...groupBy(distinct.keys(), (i) => leaders[i]).values()]
    .filter(({ length }) => length > 1)
    .map((members) => members.map((i) => distinct[i]));
  const across = (key: 'split' | 'label'): number =>
    groups.filter((group) => group.some((one) => one[key] !== group[0][key])).length;
  return {
    groups: groups.length,
    pictures: groups.reduce((sum, { length }) => sum + length, 0),
    acrossSplits: across('split'),
    acrossClasses: across('label'),
    examples: groups.slice(0, duplicateExamples).map(([one, other]) => [one.name, other.name] as const),
  };
}
