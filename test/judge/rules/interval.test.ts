import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intervalRule } from '../../../src/judge/rules/interval';
import type { RuleOutcome } from '../../../src/judge/rules/look';
import type { Evidence } from '../../../src/protocol/evidence';
import type { Task, Verdict } from '../../../src/protocol/vocabulary';
import { above, across, below, between, brokenOne, evidence, labels, screening, soundOne } from '../looks';

interface Told {
  readonly now: Evidence;
  readonly before?: Evidence | null;
  readonly presentations?: number;
  readonly threshold?: number;
  readonly task?: Task;
  readonly name?: string;
}

function say(told: Told): RuleOutcome<Verdict> {
  const { now, before = null, presentations = 64_000, threshold = 0.6, task = 'classification', name = 'Blur' } = told;
  const look = { name, presentations, evidence: now, previous: before };
  return intervalRule(look, { threshold, task, classes: ['left', 'right'] });
}

/** A transform that turns every “left” into “right”. */
const breaking = labels([brokenOne(), { ...soundOne, class: 1 }]);

describe('the interval rule on what the probe tells', () => {
  it('says safe wholly below, shifting wholly above, and undecided across the threshold', () => {
    expect(say({ now: evidence(below) })).toMatchObject({ verdict: 'safe', reasonCode: 'below-threshold' });
    expect(say({ now: evidence(above) })).toMatchObject({ verdict: 'shifting', reasonCode: 'above-threshold' });
    expect(say({ now: evidence(across) })).toMatchObject({ verdict: 'undecided', reasonCode: 'across-threshold' });
  });

  it('takes an end that touches the threshold for across', () => {
    expect(say({ now: evidence(between(0.55, 0.6)) }).reasonCode).toBe('across-threshold');
    expect(say({ now: evidence(between(0.6, 0.65)) }).reasonCode).toBe('across-threshold');
  });

  it('gives its reason in words with figures', () => {
    expect(say({ now: evidence(below), name: 'HorizontalFlip' }).reason).toBe(
      'Told clean from flipped in 52 of 100 pairs (judged interval 49.0–55.0); chance is 50. Labels hold: 97 % of 200 recognised pictures keep their class.',
    );
    expect(say({ now: evidence(across) }).reason).toContain('The interval lies across the threshold of 60.');
  });

  it('names the classes of which too few pictures are recognised to know anything', () => {
    const rare = labels([soundOne, { ...soundOne, class: 1, of: 40, n: 9, changed: 9 }]);
    expect(say({ now: evidence(below, { labels: rare }) }).reason).toMatch(
      /keep their class\. Nothing is known of “right”, too few of whose pictures are recognised\.$/,
    );
    const reason = (n: number): string => {
      const turned = { ...soundOne, class: 1, n, changed: 0, became: null };
      const byOutcome = ['90°', '180°'].map((outcome) => ({ ...turned, outcome }));
      return say({ now: evidence(below, { labels: labels([soundOne, ...byOutcome]) }) }).reason;
    };
    // Each outcome could break by itself.
    expect(reason(9)).toContain('Nothing is known of “right”');
    expect(reason(10)).not.toContain('known');
  });

  it('says of a transform that changes nothing: safe, no effect', () => {
    const idle = evidence(below, { changed: 0, labels: null });
    expect(say({ now: idle })).toMatchObject({ verdict: 'safe', reasonCode: 'no-effect' });
    expect(say({ now: idle }).reason).toBe('It has no effect here: it left all 2,000 pictures as they were.');
    expect(say({ now: idle, presentations: 32_000 })).toMatchObject({ verdict: 'undecided', reasonCode: 'too-early' });
  });
});

describe('the interval rule on when it may speak', () => {
  it('never says safe before 64,000 presentations, whatever it is told', () => {
    const readings = [below, across, above].flatMap((probe) => [evidence(probe), evidence(probe, { changed: 0 })]);
    for (const now of readings) {
      for (const before of [null, ...readings]) {
        for (const presentations of [0, 8000, 63_999]) {
          expect(say({ now, before, presentations }).verdict).not.toBe('safe');
        }
      }
    }
    expect(say({ now: evidence(below), presentations: 63_999 })).toMatchObject({ reasonCode: 'too-early' });
    expect(say({ now: evidence(below), presentations: 63_999 }).reason).toContain(
      'Nothing is called safe before 64,000 presentations, and this was after 63,999.',
    );
  });

  it('says shifting from statistics alone in the screening stage, and nothing else there', () => {
    expect(say({ now: screening(above), presentations: 0 }).verdict).toBe('shifting');
    expect(say({ now: screening(across), presentations: 0 })).toMatchObject({
      verdict: 'undecided',
      reasonCode: 'too-early',
    });
    expect(say({ now: screening(below), presentations: 0 })).toMatchObject({
      verdict: 'undecided',
      reasonCode: 'too-early',
    });
  });

  it('says shifting early only after two evaluations in a row, screening included', () => {
    const early = { now: evidence(above), presentations: 16_000 };
    expect(say(early)).toMatchObject({ verdict: 'undecided', reasonCode: 'once-only' });
    expect(say({ ...early, before: evidence(across) })).toMatchObject({
      verdict: 'undecided',
      reasonCode: 'once-only',
    });
    expect(say({ ...early, before: evidence(above) })).toMatchObject({ verdict: 'shifting' });
    expect(say({ ...early, before: screening(above) })).toMatchObject({ verdict: 'shifting' });
  });

  it('says shifting at once from 64,000 on, even after readings that were safe: a detector may see late', () => {
    expect(say({ now: evidence(above), before: evidence(below) })).toMatchObject({ verdict: 'shifting' });
  });

  it('does not say safe right after an evaluation that told it', () => {
    expect(say({ now: evidence(below), before: evidence(above) })).toMatchObject({
      verdict: 'undecided',
      reasonCode: 'once-only',
    });
    expect(say({ now: evidence(below), before: evidence(across) }).verdict).toBe('safe');
  });
});

describe('the interval rule on labels', () => {
  it('says harmful after two evaluations in a row, whatever the AUROC and however early, and names the classes', () => {
    for (const probe of [below, across, above]) {
      const now = evidence(probe, { labels: breaking });
      expect(say({ now, before: now, presentations: 16_000 })).toMatchObject({
        verdict: 'harmful',
        reasonCode: 'labels-change',
      });
    }
    const now = evidence(below, { labels: breaking });
    expect(say({ now, before: now }).reason).toBe(
      'Labels break: of 100 recognised pictures of “left”, 98 become another class, 98 of them “right”.',
    );
  });

  it('is undecided after the first, unless the transform is told apart anyway', () => {
    const now = evidence(below, { labels: breaking });
    for (const before of [null, screening(below), evidence(below)]) {
      expect(say({ now, before })).toMatchObject({ verdict: 'undecided', reasonCode: 'once-only' });
    }
    const told = say({ now: evidence(above, { labels: breaking }), before: evidence(below) });
    expect(told.verdict).toBe('shifting');
    expect(told.reason).toContain('Labels broke in this evaluation, too: of 100 recognised pictures of “left”');
  });

  it('wants the same class, outcome and target in both', () => {
    const turned = (replaced: Parameters<typeof brokenOne>[0]): Evidence =>
      evidence(below, { labels: labels([brokenOne(replaced)]) });
    const now = turned({ outcome: '90°' });
    expect(say({ now, before: turned({ outcome: '90°' }) }).verdict).toBe('harmful');
    expect(say({ now, before: turned({ outcome: '90°' }) }).reason).toContain('pictures of “left” at 90°');
    for (const other of [
      { outcome: '180°' },
      { outcome: '90°', class: 1 },
      { outcome: '90°', became: { class: 2, count: 98 } },
    ]) {
      expect(say({ now, before: turned(other) })).toMatchObject({ verdict: 'undecided', reasonCode: 'once-only' });
    }
  });

  it('asks for 30 recognised pictures before it says safe', () => {
    const few = labels([brokenOne({ n: 29, changed: 0, became: null, confidenceChanged: null })]);
    expect(say({ now: evidence(below, { labels: few }) })).toMatchObject({
      verdict: 'undecided',
      reasonCode: 'too-few-labels',
    });
    expect(say({ now: evidence(below, { labels: few }) }).reason).toContain(
      'Only 29 held-out pictures are recognised clean',
    );
    const enough = labels([brokenOne({ n: 30, changed: 0, became: null, confidenceChanged: null })]);
    expect(say({ now: evidence(below, { labels: enough }) }).verdict).toBe('safe');
    expect(say({ now: evidence(below, { labels: null }) })).toMatchObject({ reasonCode: 'too-few-labels' });
  });

  it('does not say safe while a class looks broken without proof', () => {
    const small = labels([soundOne, brokenOne({ class: 1, n: 12, changed: 10, became: { class: 0, count: 10 } })]);
    const told = say({ now: evidence(below, { labels: small }) });
    expect(told).toMatchObject({ verdict: 'undecided', reasonCode: 'too-few-labels' });
    expect(told.reason).toContain('of 12 recognised pictures of “right”, 10 become another class');
  });

  it('does not say safe while the task head is not sure enough of a change to call it broken', () => {
    const doubted = labels([brokenOne({ confidenceChanged: 0.78 })]);
    const told = say({ now: evidence(below, { labels: doubted }), before: evidence(below, { labels: doubted }) });
    expect(told).toMatchObject({ verdict: 'undecided', reasonCode: 'labels-change' });
    expect(told.reason).toContain('the task head is not sure enough to say: of 100 recognised pictures');
  });

  it('does not say safe when most pictures lose their class without becoming one other', () => {
    const scattered = labels([brokenOne({ changed: 60, became: { class: 1, count: 12 }, confidenceChanged: 0.3 })]);
    const told = say({ now: evidence(below, { labels: scattered }), before: evidence(below, { labels: scattered }) });
    expect(told).toMatchObject({ verdict: 'undecided', reasonCode: 'labels-change' });
  });

  it('never says harmful of a head that merely gets worse', () => {
    const harder = labels([brokenOne({ changed: 60, confidenceChanged: 0.5 }), { ...soundOne, class: 1 }]);
    const now = evidence(above, { labels: harder });
    expect(say({ now, before: now }).verdict).toBe('shifting');
  });

  it('needs none without labels, and says so', () => {
    const told = say({ now: evidence(below, { labels: null }), task: 'none' });
    expect(told.verdict).toBe('safe');
    expect(told.reason).toContain('Without labels, no label was checked.');
  });
});

describe('the threshold of the interval rule', () => {
  const reading = fc
    .tuple(fc.double({ min: 0.3, max: 1, noNaN: true }), fc.double({ min: 0.3, max: 1, noNaN: true }))
    .map(([a, b]) => between(Math.min(a, b), Math.max(a, b)));
  const look = fc.record({
    now: reading.map((probe) => evidence(probe)),
    before: fc.option(reading.map((probe) => evidence(probe))),
    presentations: fc.constantFrom(0, 8000, 32_000, 64_000, 128_000),
  });

  it('never turns safe into shifting when it rises, nor shifting into safe when it falls', () => {
    const threshold = fc.double({ min: 0.5, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(look, threshold, threshold, (told, a, b) => {
        const strict = say({ ...told, threshold: Math.min(a, b) }).verdict;
        const lenient = say({ ...told, threshold: Math.max(a, b) }).verdict;
        if (strict === 'safe') expect(lenient).not.toBe('shifting');
        if (lenient === 'shifting') expect(strict).not.toBe('safe');
      }),
    );
  });
});
