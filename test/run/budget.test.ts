import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedBudgets } from '../../src/protocol/budgets';
import { evaluationPoints, parseBudget } from '../../src/run/budget';

describe('parseBudget', () => {
  it('knows the named budgets, in any case and with spaces around', () => {
    expect(parseBudget('quick')).toEqual({ name: 'quick', presentations: 64_000, minutes: null });
    expect(parseBudget(' Standard ')).toEqual({ name: 'standard', presentations: 128_000, minutes: null });
    expect(parseBudget('THOROUGH')).toEqual({ name: 'thorough', presentations: 256_000, minutes: null });
    expect(parseBudget('paper')).toEqual({ name: 'paper', presentations: 512_000, minutes: null });
  });

  it.each([
    ['12m', 12],
    ['90s', 1.5],
    ['1h30m', 90],
    ['2h', 120],
    ['1h0m30s', 60.5],
    ['720h', 43_200],
  ])('reads %s as %d minutes', (text, minutes) => {
    expect(parseBudget(text)).toEqual({ name: null, presentations: null, minutes });
  });

  it('reads every time it could have been told', () => {
    const part = fc.nat({ max: 200 });
    fc.assert(
      fc.property(part, part, part, (hours, minutes, seconds) => {
        fc.pre(hours + minutes + seconds > 0);
        const text = `${hours}h${minutes}m${seconds}s`;
        expect(parseBudget(text).minutes).toBeCloseTo(hours * 60 + minutes + seconds / 60, 9);
        const short = [hours && `${hours}h`, minutes && `${minutes}m`, seconds && `${seconds}s`]
          .filter(Boolean)
          .join('');
        expect(parseBudget(short)).toEqual(parseBudget(text));
      }),
    );
  });

  it.each([
    [
      '12',
      /"12" has no unit; 12m would be minutes\. Use quick, standard, thorough, paper, or a time such as 12m, 90s or 1h30m/,
    ],
    ['0m', /leaves no time/],
    ['1000h', /longer than 30 days/],
    ['30m1h', /neither a name nor a time/],
    ['1.5h', /neither a name nor a time/],
    ['-5m', /neither a name nor a time/],
    ['', /neither a name nor a time/],
    ['constructor', /neither a name nor a time/],
    ['quick!', /neither a name nor a time/],
  ])('refuses "%s" and shows what is right', (text, message) => {
    expect(() => parseBudget(text)).toThrow(message);
  });

  it('either reads any text or refuses it with the forms, and never gives a budget without an end', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9hms ]{0,8}$/)), (text) => {
        try {
          const { name, presentations, minutes } = parseBudget(text);
          if (name) expect(presentations).toBe(namedBudgets[name]);
          else expect(minutes > 0 && minutes <= 43_200).toBe(true);
        } catch (error) {
          expect((error as Error).message).toContain('Use quick, standard, thorough, paper, or a time');
        }
      }),
    );
  });
});

describe('evaluationPoints', () => {
  it('doubles from 8,000 and ends at the end', () => {
    expect(evaluationPoints(64_000)).toEqual([8_000, 16_000, 32_000, 64_000]);
    expect(evaluationPoints(512_000)).toEqual([8_000, 16_000, 32_000, 64_000, 128_000, 256_000, 512_000]);
    expect(evaluationPoints(21_000)).toEqual([8_000, 16_000, 21_000]);
    expect(evaluationPoints(20_000)).toEqual([8_000, 20_000]);
    expect(evaluationPoints(5_000)).toEqual([5_000]);
    expect(evaluationPoints(64_064)).toEqual([8_000, 16_000, 32_000, 64_064]);
    expect(evaluationPoints(81_000)).toEqual([8_000, 16_000, 32_000, 64_000, 81_000]);
  });

  it('has at most seven, at equal ratios, so that no run has more looks than its intervals were corrected for', () => {
    expect(evaluationPoints(8_000 * 3 ** 6)).toEqual([0, 1, 2, 3, 4, 5, 6].map((step) => 8_000 * 3 ** step));
    expect(evaluationPoints(600_000)).toEqual([8_000, 16_000, 32_000, 64_000, 128_000, 256_000, 600_000]);
    expect(evaluationPoints(1e9)).toHaveLength(evaluationPoints(namedBudgets.paper).length);
  });

  it('rises strictly to the end for any budget', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (presentations) => {
        const points = evaluationPoints(presentations);
        expect(points.at(-1)).toBe(presentations);
        points.slice(1).forEach((point, index) => expect(point).toBeGreaterThan(points[index]));
      }),
    );
  });
});
