import type { AloneEvidence, Auroc, ClassLabelEvidence, Evidence, LabelEvidence } from '../../src/protocol/evidence';
import { judgedZ } from '../../src/judge/judgedZ';
import { wilsonInterval } from '../../src/judge/wilson';

/** A probe reading with its judged interval; the estimate lies in the middle. */
export function between(low: number, high: number): Auroc {
  return { auroc: (low + high) / 2, interval95: [low, high], intervalJudged: [low, high] };
}

export const below = between(0.49, 0.55);
export const across = between(0.56, 0.64);
export const above = between(0.65, 0.7);

export const z = judgedZ({ transforms: 15, looks: 4, comparisons: 10 });

/** A class most of whose pictures become class 1, about as confidently as before; the fields given replace these. */
export function brokenOne(replaced: Partial<ClassLabelEvidence> = {}): ClassLabelEvidence {
  const { n = 100, changed = 98 } = replaced;
  return {
    class: 0,
    outcome: null,
    of: n,
    n,
    changed,
    intervalJudged: wilsonInterval(changed, n, z),
    became: { class: 1, count: changed },
    confidenceClean: 0.9,
    confidenceChanged: 0.85,
    ...replaced,
  };
}

export const soundOne = brokenOne({ changed: 3, became: { class: 1, count: 2 }, confidenceChanged: 0.5 });

/** With these classes, and class 1, of which nothing changes, where they don't hold it. */
export function labels(given: readonly ClassLabelEvidence[], replaced: Partial<LabelEvidence> = {}): LabelEvidence {
  const target: ClassLabelEvidence = { ...soundOne, class: 1, changed: 0, became: null, confidenceChanged: null };
  const perClass = given.some((one) => one.class === 1) ? given : [...given, target];
  const n = replaced.n ?? given.reduce((sum, one) => sum + one.n, 0);
  const kept = n - given.reduce((sum, one) => sum + one.changed, 0);
  return {
    agreement: n === 0 ? 0 : kept / n,
    interval95: wilsonInterval(Math.max(0, kept), n),
    n,
    clean: 0.9,
    transformed: 0.9,
    drop: 0,
    dropInterval95: [-0.01, 0.01],
    perClass,
    ...replaced,
  };
}

export function evidence(
  probe: Auroc,
  {
    labels: found = labels([soundOne, { ...soundOne, class: 1 }]),
    changed = 1,
    z: paper = 0,
  }: {
    labels?: LabelEvidence | null;
    changed?: number;
    z?: number;
  } = {},
): Evidence {
  const alone: AloneEvidence = { head: probe, network: probe, statistics: probe, probe, n: 2000, changed };
  return {
    clean: { falsePositives: 4, n: 2000, rate: 0.002, interval95: [0.001, 0.005] },
    augmented: {
      accuracy: 0.87,
      recall: 0.1,
      z: paper,
      n: 4000,
      interval95: [0.86, 0.88],
      trivialAccuracy: 0.8667,
      recallInterval95: [0.08, 0.12],
    },
    alone,
    labels: found,
  };
}

/** As the screening stage measures: no network, no labels. */
export function screening(probe: Auroc): Evidence {
  const alone: AloneEvidence = { head: null, network: null, statistics: probe, probe, n: 2000, changed: 1 };
  return { clean: null, augmented: null, alone, labels: null };
}
