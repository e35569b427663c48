import { describe, expect, it } from 'vitest';
import { dataWarnings, type DataWarningsOptions } from '../../../src/cli/learning/dataWarnings';
import type { Item } from '../../../src/data/dataset';

interface Data {
  /** Usable pictures of each class. */
  readonly classes?: readonly number[];
  readonly judging?: number;
  readonly alike?: DataWarningsOptions['split']['alike'];
  readonly guard?: number;
  readonly notSampled?: number;
  readonly lacksControls?: boolean;
}

/** The warnings about a data set of so many pictures a class, of which every class's first are held out. */
function warningsOf({
  classes = [3000, 3000],
  judging = 2000,
  alike,
  guard = 3,
  notSampled = 0,
  lacksControls = false,
}: Data): string[] {
  const items = classes.flatMap((size, label) =>
    Array.from({ length: size }, (): Item => ({ source: { kind: 'file', path: '', size: 0 }, label, split: 'train' })),
  );
  const share = judging / items.length;
  const seen = classes.map(() => 0);
  const heldOut = [...items.keys()].filter((i) => ++seen[items[i].label] <= classes[items[i].label] * share);
  const dataset = {
    root: '',
    format: '',
    task: 'classification',
    classes: classes.map((_, i) => `c${i}`),
    items,
    containers: [],
    found: items.length,
    fingerprint: { files: 0, bytes: 0, hash: '' },
    notes: [],
  } as const;
  return dataWarnings({
    prepared: { dataset, usable: Int32Array.from(items.keys()), notSampled, skipped: { count: 0, files: [] } },
    split: {
      training: new Int32Array(0),
      judging: Int32Array.from(heldOut),
      copies: 0,
      alike: alike ?? { groups: 0, pictures: 0, leftOut: 0 },
    },
    transforms: 15,
    looks: 5,
    threshold: 0.6,
    controls: true,
    lacksControls,
    guard,
  });
}

describe('dataWarnings', () => {
  it('has nothing to say of a large, even set', () => {
    expect(warningsOf({})).toEqual([]);
  });

  it('says that near-duplicates stay together', () => {
    expect(warningsOf({ alike: { groups: 500, pictures: 1204, leftOut: 210 } })).toEqual([
      '1,204 images are near-duplicates, in 500 groups: each group is kept on one side of the split and judged by one picture (210 left out).',
    ]);
  });

  it('says that 200 images leave most undecided, and how many it takes', () => {
    const [line] = warningsOf({ classes: [100, 100], judging: 66 });
    expect(line).toMatch(/^Only 66 images are held out for judging\. .* it takes about \d{3}, of 1,\d{3} images\.$/);
  });

  it('says that a sample was used, of how many', () => {
    expect(warningsOf({ notSampled: 38_000 })).toEqual(['A sample was used: 6,000 of 44,000 images (--max-images).']);
  });

  it('says that without marks nothing will be called safe, where enough are held out all the same', () => {
    expect(warningsOf({ lacksControls: true })).toEqual([
      expect.stringMatching(/nothing will be called safe.*about 840\.$/),
    ]);
  });

  it('says that classes are uneven, and which are too small for labels', () => {
    expect(warningsOf({ classes: [5700, 100, 570], judging: 2000 }).filter((line) => /uneven/.test(line))).toHaveLength(
      1,
    );
    const lines = warningsOf({ classes: [5400, 540, 60], judging: 2000 });
    expect(lines).toContain(
      'The classes are uneven: 5,400 images of “c0”, 60 of “c2”. Detection is judged on all of them by their share, so the large classes speak loudest.',
    );
    expect(lines).toContain('Fewer than 30 held-out images, too few to say whether the labels hold: “c2”.');
    const many = warningsOf({ classes: Array(80).fill(75), judging: 2000 });
    expect(many).toEqual([expect.stringMatching(/“c0”, “c1”, “c2”, “c3”, “c4” and 75 more\.$/)]);
  });

  it('says that the guard is off', () => {
    expect(warningsOf({ guard: 0 })).toEqual([expect.stringContaining('guard crop is off')]);
  });
});
