import { describe, expect, it } from 'vitest';
import { exceptionsOf } from '../../src/judge/exceptions';
import { rejudge, type JudgeSettings } from '../../src/judge/rejudge';
import type { Look } from '../../src/judge/rules/look';
import type { ClassLabelEvidence, Evidence } from '../../src/protocol/evidence';
import type { Verdict } from '../../src/protocol/vocabulary';
import { above, across, below, brokenOne, evidence, labels, soundOne } from './looks';

const classes = ['left', 'right', 'up', 'down', 'disc'];
const sound = (index: number, replaced: Partial<ClassLabelEvidence> = {}): ClassLabelEvidence => ({
  ...soundOne,
  class: index,
  ...replaced,
});
/** A flip that turns class 0 into class 1 and back, and leaves the others. */
const swap = [
  brokenOne({ class: 0, became: { class: 1, count: 97 } }),
  brokenOne({ class: 1, became: { class: 0, count: 97 } }),
];
const flipped = labels([...swap, sound(2), sound(3), sound(4)]);

const settings: JudgeSettings = { rule: 'interval', threshold: 0.6, task: 'classification', classes, controls: false };

function judged(now: Evidence, before: Evidence) {
  const at = (presentations: number, found: Evidence) => ({
    presentations,
    controls: null,
    transforms: [{ name: 'HorizontalFlip', evidence: found }],
  });
  return rejudge([at(64_000, before), at(128_000, now)], settings)[1][0];
}

describe('a flip that breaks two of five classes', () => {
  it('is harmful, names them, and says what it would be for the others', () => {
    const seen = evidence(below, { labels: flipped });
    const judgement = judged(seen, seen);
    expect(judgement).toMatchObject({ verdict: 'harmful', exceptClasses: [0, 1], otherClasses: 'safe' });
    expect(judgement.reason).toMatch(/“left”.*“right”.*For the other classes it would be safe\.$/);
  });

  it.each([
    [above, 'shifting'],
    [across, 'undecided'],
  ] as const)('is for the others what detection says', (probe, verdict) => {
    const seen = evidence(probe, { labels: flipped });
    expect(judged(seen, seen)).toMatchObject({ verdict: 'harmful', otherClasses: verdict });
  });

  it('counts the agreement of the others alone', () => {
    // Of all recognised pictures most change class, of the other classes' none do.
    const seen = evidence(below, { labels: labels([...swap, sound(4, { n: 40, of: 40, changed: 0, became: null })]) });
    expect(seen.labels!.agreement).toBeLessThan(0.5);
    expect(judged(seen, seen)).toMatchObject({ exceptClasses: [0, 1], otherClasses: 'safe' });
    const few = evidence(below, { labels: labels([...swap, sound(4, { n: 20, of: 20, changed: 0, became: null })]) });
    expect(judged(few, few)).toMatchObject({ exceptClasses: [0, 1], otherClasses: 'undecided' });
  });

  it('measures the others by all classes, the excepted ones among them, which they may turn into', () => {
    const broken = brokenOne({
      class: 1,
      became: { class: 2, count: 98 },
      confidenceClean: 0.95,
      confidenceChanged: 0.9,
    });
    // More than half drift to the excepted class, doubting: that is harder, and neither broken nor suspected.
    const drifting = brokenOne({
      changed: 55,
      became: { class: 1, count: 50 },
      confidenceClean: 0.95,
      confidenceChanged: 0.51,
    });
    const seen = evidence(below, { labels: labels([drifting, broken, sound(2), sound(3), sound(4)]) });
    expect(judged(seen, seen)).toMatchObject({ exceptClasses: [1], otherClasses: 'safe' });
  });

  it('is an exception only after two evaluations', () => {
    const once = judged(evidence(below, { labels: flipped }), evidence(below));
    expect(once).toMatchObject({ verdict: 'undecided', exceptClasses: [], otherClasses: null });
  });
});

describe('exceptionsOf', () => {
  const look = (found: Evidence, previous: Evidence | null): Look => ({
    name: 'HorizontalFlip',
    presentations: 128_000,
    evidence: found,
    previous,
  });
  const never = (): Verdict => {
    throw new Error('There are no other classes to judge.');
  };

  it('has no others to judge where every class breaks, and nothing to say without labels', () => {
    const all = evidence(below, { labels: labels(swap) });
    expect(exceptionsOf(look(all, all), never)).toEqual({ exceptClasses: [0, 1], otherClasses: null });
    expect(exceptionsOf(look(all, null), never)).toEqual({ exceptClasses: [], otherClasses: null });
    const unlabelled = evidence(below, { labels: null });
    expect(exceptionsOf(look(unlabelled, all), never)).toEqual({ exceptClasses: [], otherClasses: null });
  });

  it('names a class once, whatever its outcomes', () => {
    const turned = (outcome: string) => brokenOne({ class: 3, outcome, became: { class: 2, count: 97 } });
    const seen = evidence(below, { labels: labels([turned('90°'), turned('270°'), sound(0), sound(2)]) });
    expect(exceptionsOf(look(seen, seen), () => 'safe')).toEqual({ exceptClasses: [3], otherClasses: 'safe' });
  });
});
