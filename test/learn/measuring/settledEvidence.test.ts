import { expect, it } from 'vitest';
import { createPool } from '../../../src/augment/pool';
import { defaultSettings, type LearnSettings } from '../../../src/learn/learnSettings';
import type { Measurement } from '../../../src/learn/measuring/evaluate';
import { settledTransforms } from '../../../src/learn/measuring/settledEvidence';
import type { Evidence } from '../../../src/protocol/evidence';
import { above, across, below, brokenOne, evidence, labels, screening, soundOne } from '../../judge/looks';

const names = ['Blur', 'HorizontalFlip', 'ToGray', 'VerticalFlip'];

function jobWith(changes: Partial<LearnSettings> = {}) {
  return {
    pool: createPool({ names, profile: 'modern', size: 32 }),
    classes: ['left', 'right'],
    settings: { ...defaultSettings, controls: false, presentations: 128_000, minutes: null, threads: 1, ...changes },
  };
}

function at(presentations: number, found: readonly Evidence[]): Measurement {
  const rest = { taskHead: null, training: null, controls: null };
  return { presentations, evidence: found, measuredAt: found.map(() => presentations), ...rest };
}

const shifting = evidence(above);
const harmful = evidence(below, { labels: labels([brokenOne(), { ...soundOne, class: 1 }]) });
const screened = at(0, [screening(above), screening(below), screening(above), screening(below)]);
// Shifting from the first look on, as the screening told it, too; harmful from the second on; once shifting; never.
const looks = [
  at(8_000, [shifting, harmful, evidence(across), evidence(below)]),
  at(16_000, [shifting, harmful, evidence(across), evidence(below)]),
  at(32_000, [shifting, harmful, shifting, evidence(below)]),
  at(64_000, [shifting, harmful, evidence(across), evidence(below)]),
];
const settledAfter = (count: number, job = jobWith()): number[] => [
  ...settledTransforms(job, [screened, ...looks.slice(0, count)]),
];

it('is settled, by pool index, after two verdicts running of shifting or harmful', () => {
  expect([0, 1, 2, 3, 4].map((count) => settledAfter(count))).toEqual([[], [], [0], [0, 1], [0, 1]]);
});

it('never counts what the screening said, which no network has seen', () => {
  const one = [screened, at(64_000, looks[0].evidence)];
  expect([...settledTransforms(jobWith(), one)]).toEqual([]);
});

it('is not settled any more once the verdict changes', () => {
  const again = at(64_000, [evidence(across), harmful, evidence(across), evidence(below)]);
  expect([...settledTransforms(jobWith(), [screened, ...looks.slice(0, 3), again])]).toEqual([1]);
});

it('stays settled where its evidence was carried on', () => {
  const { measuredAt, ...carried } = looks[3];
  const last = { ...carried, measuredAt: measuredAt.map((point, i) => (i < 2 ? 32_000 : point)) };
  expect([...settledTransforms(jobWith(), [screened, ...looks.slice(0, 3), last])]).toEqual([0, 1]);
});

it('follows the threshold of the run', () => {
  expect(settledAfter(4, jobWith({ threshold: 0.8 }))).toEqual([1]);
});

it('measures all under the rule of the paper, which needs all of its figures', () => {
  expect(settledAfter(4, jobWith({ rule: 'paper' }))).toEqual([]);
});
