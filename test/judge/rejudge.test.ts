import { describe, expect, it } from 'vitest';
import { judge, rejudge, type JudgeSettings, type MeasuredEvaluation } from '../../src/judge/rejudge';
import { recommendedUse, usedAs, safeSet } from '../../src/judge/safeSet';
import type { Evidence } from '../../src/protocol/evidence';
import { exampleControls } from '../fixtures/closing';
import { above, below, between, brokenOne, evidence, labels, screening } from './looks';

const settings: JudgeSettings = {
  rule: 'interval',
  threshold: 0.6,
  controls: false,
  task: 'classification',
  classes: ['left', 'right'],
};
const at = (presentations: number, byName: Record<string, Evidence>): MeasuredEvaluation => ({
  presentations,
  controls: null,
  transforms: Object.entries(byName).map(([name, found]) => ({ name, evidence: found })),
});
const breaking = evidence(below, { labels: labels([brokenOne()]) });

const history = [
  at(0, { Blur: screening(above), HorizontalFlip: screening(below) }),
  at(32_000, { Blur: evidence(above), HorizontalFlip: breaking }),
  at(64_000, { Blur: evidence(above), HorizontalFlip: breaking }),
];

describe('rejudge', () => {
  it('gives each evaluation the verdicts that a live run gave it', () => {
    const again = rejudge(history, settings);
    expect(again.map((judgements) => judgements.map(({ verdict }) => verdict))).toEqual([
      ['shifting', 'undecided'],
      ['shifting', 'undecided'],
      ['shifting', 'harmful'],
    ]);
    history.forEach((evaluation, i) => {
      expect(judge(evaluation, history.slice(0, i), settings)).toEqual(again[i]);
    });
  });

  it('judges under another threshold and another rule', () => {
    const told = { Blur: evidence(between(0.65, 0.7)) };
    const lenient = rejudge([at(32_000, told), at(64_000, told)], { ...settings, threshold: 0.75 });
    expect(lenient[1][0]).toMatchObject({
      name: 'Blur',
      verdict: 'safe',
      verdicts: { interval: 'safe', paper: 'safe' },
    });
    const found = { Blur: evidence(below, { z: 9 }) };
    const paper = rejudge([at(32_000, found), at(64_000, found)], { ...settings, rule: 'paper' });
    expect(paper[1][0]).toMatchObject({
      verdict: 'shifting',
      verdicts: { interval: 'safe', paper: 'other' },
      reasonCode: 'paper-rule',
    });
  });

  it('does not take evidence that was carried on for a second look, nor for one of a detector that learned more', () => {
    const carriedFrom = (measuredAt: number, { presentations, ...rest }: MeasuredEvaluation): MeasuredEvaluation => ({
      ...rest,
      presentations,
      transforms: rest.transforms.map((one) => ({ ...one, measuredAt })),
    });
    const said = (evaluations: readonly MeasuredEvaluation[], threshold: number) =>
      rejudge(evaluations, { ...settings, threshold }).map(([{ verdict }]) => verdict);
    const brokenOnce = evidence(above, { labels: labels([brokenOne()]) });
    const shifting = [at(8_000, { Blur: evidence(above) }), at(16_000, { Blur: brokenOnce })];
    const carried = [32_000, 64_000].map((now) => carriedFrom(16_000, at(now, { Blur: brokenOnce })));
    expect(said([...shifting, ...carried], 0.6)).toEqual(['undecided', 'shifting', 'shifting', 'shifting']);

    const told = { Blur: evidence(above) };
    const early = [at(8_000, told), at(16_000, told), carriedFrom(16_000, at(64_000, told))];
    expect(said(early, 0.75)).toEqual(['undecided', 'undecided', 'undecided']);
    expect(said([...early, at(128_000, told)], 0.75).at(-1)).toBe('safe');
  });

  it('judges carried evidence by the controls of the detector that gave it', () => {
    const told = { Blur: evidence(above) };
    const carried = { ...at(128_000, told), controls: exampleControls };
    const late = { ...carried, transforms: carried.transforms.map((one) => ({ ...one, measuredAt: 64_000 })) };
    const asked = { ...settings, controls: true, threshold: 0.75 };
    const [, , judged] = rejudge([at(32_000, told), at(64_000, told), late], asked);
    expect(judged[0]).toMatchObject({ verdict: 'undecided', reasonCode: 'not-sensitive' });
  });

  it('does not take a repeated evaluation for a second look', () => {
    const once = at(64_000, { HorizontalFlip: breaking });
    expect(rejudge([once, once], settings).map(([{ verdict }]) => verdict)).toEqual(['undecided', 'undecided']);
  });

  it('looks at the latest earlier evaluation that measured the transform, the last written of its kind', () => {
    const now = at(128_000, { Blur: evidence(below) });
    const verdict = (...earlier: MeasuredEvaluation[]): string => judge(now, earlier, settings)[0].verdict;
    expect(verdict(at(32_000, { Blur: evidence(above) }), at(64_000, { Blur: evidence(below) }))).toBe('safe');
    expect(verdict(at(64_000, { Blur: evidence(below) }), at(32_000, { Blur: evidence(above) }))).toBe('safe');
    expect(verdict(at(32_000, { Blur: evidence(above) }), at(64_000, { ToGray: evidence(below) }))).toBe('undecided');
    expect(verdict(at(64_000, { Blur: evidence(above) }), at(64_000, { Blur: evidence(below) }))).toBe('safe');
    expect(verdict(at(64_000, { Blur: evidence(below) }), at(64_000, { Blur: evidence(above) }))).toBe('undecided');
    expect(verdict(at(64_000, { Blur: evidence(below) }), at(256_000, { Blur: evidence(above) }))).toBe('safe');
    expect(verdict(at(256_000, { Blur: evidence(below) }))).toBe('undecided');
  });

  it('asks each evaluation’s own controls before it says safe, where controls were asked for', () => {
    const asked = { ...settings, controls: true };
    const blind = { ...exampleControls, orientation: { ...exampleControls.orientation, required: 1 } };
    const looks = [32_000, 64_000, 128_000].map((presentations) => at(presentations, { Blur: evidence(below) }));
    const verdicts = (...controls: (typeof exampleControls | null)[]): string[] =>
      rejudge(looks.map((look, i) => ({ ...look, controls: controls[i] })), asked).map(([{ reasonCode }]) => reasonCode); // prettier-ignore
    expect(verdicts(null, exampleControls, exampleControls)).toEqual([
      'too-early',
      'below-threshold',
      'below-threshold',
    ]);
    expect(verdicts(exampleControls, exampleControls, blind)).toEqual([
      'too-early',
      'below-threshold',
      'not-sensitive',
    ]);
    expect(verdicts(exampleControls, null, exampleControls)).toEqual(['too-early', 'not-sensitive', 'below-threshold']);
  });
});

describe('safeSet', () => {
  it('holds the safe transforms that do something, in their order', () => {
    const one = (name: string, verdict: 'safe' | 'shifting', changed: number) => ({
      name,
      verdict,
      evidence: evidence(below, { changed }),
    });
    const judged = [
      one('Transpose', 'safe', 1),
      one('ToGray', 'safe', 0),
      one('Blur', 'shifting', 1),
      one('Flip', 'safe', 0.1),
    ];
    expect(safeSet(judged)).toEqual(['Transpose', 'Flip']);
  });

  it('is used in subsets of up to three', () => {
    expect([0, 1, 3, 5].map((size) => recommendedUse(Array(size).fill('x')).subsetSize)).toEqual([0, 1, 3, 3]);
    expect(recommendedUse([]).p).toBe(0.5);
  });

  it('draws one at a time where the recommended use was seen to shift or to break labels', () => {
    const names = ['a', 'b', 'c', 'd'];
    expect(usedAs(names, { verdict: 'harmful' })).toEqual({ subsetSize: 1, p: 0.5 });
    expect(usedAs(names, { verdict: 'shifting' }).subsetSize).toBe(1);
    for (const measured of [null, { verdict: 'safe' }, { verdict: 'undecided' }] as const) {
      expect(usedAs(names, measured).subsetSize).toBe(3);
    }
    expect(usedAs([], { verdict: 'harmful' }).subsetSize).toBe(0);
  });
});
