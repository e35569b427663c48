import { describe, expect, it } from 'vitest';
import { confirmSafe } from '../../../src/judge/rules/confirmSafe';
import type { Look, RuleOutcome } from '../../../src/judge/rules/look';
import type { Controls, Ladder } from '../../../src/protocol/controls';
import type { Evidence } from '../../../src/protocol/evidence';
import type { Verdict } from '../../../src/protocol/vocabulary';
import { above, across, below, between, evidence, screening } from '../looks';

const safe: RuleOutcome<Verdict> = { verdict: 'safe', reasonCode: 'below-threshold', reason: 'Not told.' };

/** A ladder of strengths 32, 16, 8 and 4, of which those down to `seen` are told surely; 8 is asked for. */
function ladder(seen: number): Ladder {
  const rungs = [32, 16, 8, 4].map((strength) => ({
    strength,
    auroc: strength >= seen ? between(0.8, 0.9) : between(0.45, 0.58),
    n: 400,
    pictures: ['a', 'b'] as const,
  }));
  return { rungs, faintestSeen: seen, required: 8 };
}

function controls(changes: Partial<Controls> = {}): Controls {
  const negative = { auroc: between(0.45, 0.55), n: 400, holds: true };
  return { appearance: ladder(4), orientation: ladder(8), negative, ...changes };
}

interface Given {
  readonly outcome?: RuleOutcome<Verdict>;
  readonly controls?: Controls | null;
  readonly asked?: boolean;
  readonly before?: Evidence | null;
  readonly threshold?: number;
}

function confirm({ outcome = safe, asked = true, threshold = 0.6, ...given }: Given = {}): RuleOutcome<Verdict> {
  const previous = given.before === undefined ? evidence(below) : given.before;
  const look: Look = { name: 'Blur', presentations: 64_000, evidence: evidence(below), previous };
  return confirmSafe(outcome, look, {
    asked,
    controls: given.controls === undefined ? controls() : given.controls,
    threshold,
  });
}

describe('safe stands', () => {
  it('when both ladders reach their mark, the control holds, and it was below the threshold before', () => {
    expect(confirm()).toEqual(safe);
  });

  it('of what changes nothing, whatever the detector can see', () => {
    const idle = { ...safe, reasonCode: 'no-effect' as const };
    expect(confirm({ outcome: idle, controls: null, before: null })).toEqual(idle);
  });

  it('without controls where none were asked for, and says so', () => {
    const said = confirm({ asked: false, controls: null });
    expect(said.verdict).toBe('safe');
    expect(said.reason).toBe('Not told. Controls are off, so nothing is known of what the detector could have seen.');
  });
});

describe('safe becomes undecided', () => {
  it.each([
    ['appearance', { appearance: ladder(16) }, 'was not shown to see a pattern at ±8 gray levels'],
    ['orientation', { orientation: ladder(16) }, 'was not shown to see which way a stroke slants at ±8 gray levels'],
    ['none', { orientation: ladder(64) }, 'was not shown to see which way a stroke slants at ±8'],
  ])('when the detector misses the marks of %s', (_, changes, words) => {
    const said = confirm({ controls: controls(changes) });
    expect(said).toMatchObject({ verdict: 'undecided', reasonCode: 'not-sensitive' });
    expect(said.reason).toContain(words);
    expect(said.reason).toContain('Not told.');
  });

  it.each([between(0.51, 0.6), between(0.3, 0.49)])('when a label without effect is told', (auroc) => {
    const said = confirm({ controls: controls({ negative: { auroc, n: 400, holds: false } }) });
    expect(said).toMatchObject({ verdict: 'undecided', reasonCode: 'not-sensitive' });
    expect(said.reason).toContain('A label without any effect on the pictures was told');
  });

  it('when there were too few pictures for the controls that were asked for', () => {
    const said = confirm({ controls: null });
    expect(said).toMatchObject({ verdict: 'undecided', reasonCode: 'not-sensitive' });
    expect(said.reason).toContain('too few pictures to set some aside');
  });

  it('when it was not below the threshold, by a network, in the evaluation before', () => {
    for (const before of [null, screening(below), evidence(across), evidence(above)]) {
      expect(confirm({ before })).toMatchObject({ verdict: 'undecided', reasonCode: 'once-only' });
      expect(confirm({ before, asked: false })).toMatchObject({ verdict: 'undecided', reasonCode: 'once-only' });
    }
  });

  it('when the threshold rises above what the detector sees of the marks', () => {
    expect(confirm({ threshold: 0.79 }).verdict).toBe('safe');
    expect(confirm({ threshold: 0.8 })).toMatchObject({ verdict: 'undecided', reasonCode: 'not-sensitive' });
  });
});

it('leaves every other verdict as it is', () => {
  for (const verdict of ['shifting', 'harmful', 'undecided'] as const) {
    const outcome = { ...safe, verdict };
    expect(confirm({ outcome, controls: null, before: null })).toEqual(outcome);
  }
});
