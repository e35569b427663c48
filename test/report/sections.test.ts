import { expect, it } from 'vitest';
import type { Result } from '../../src/protocol/result';
import { renderReport } from '../../src/report/renderReport';
import { closedResult, exampleResult } from '../fixtures/result';
import { elementsOf, hasClass, type Element } from './markup';

const closed = closedResult();
const pageOf = (result: Result): Element[] => elementsOf(renderReport(result));
const textOf = (result: Result, id: string): string =>
  pageOf(result).find(({ attributes }) => attributes.id === id)!.text;
const inside = (element: Element): Element[] => [element, ...element.children.flatMap(inside)];

it('draws the fit that verdicts go by with its interval and the safe zone, and names all of it', () => {
  const steps = closed.closing.magnitudes![0].steps.map((step, i) => ({
    ...step,
    fitted: 0.51 + 0.08 * i,
    fittedInterval: [0.5 + 0.08 * i, 0.52 + 0.08 * i] as const,
    n: 800,
  }));
  const magnitudes = [{ ...closed.closing.magnitudes![0], steps }];
  const magnitude = pageOf({ ...closed, closing: { ...closed.closing, magnitudes } }).find((element) =>
    hasClass(element, 'magnitude'),
  )!;
  const drawn = inside(magnitude);
  expect(drawn.filter((element) => hasClass(element, 'interval'))).toHaveLength(steps.length);
  expect(drawn.filter((element) => hasClass(element, 'zone-safe'))).toHaveLength(1);
  expect(drawn.filter((element) => hasClass(element, 'line')).map(({ attributes }) => attributes.class)).toEqual([
    'line line-faint',
    'line line-dotted',
    'line line-plain',
  ]);
  expect(magnitude.text).toContain('Tinted: the safe zone, below the threshold and up to ±0.05.');
  // The third step was measured at 0.62 and fitted to 0.67.
  expect(magnitude.text).toMatch(/±0\.1 undecided 0\.620 0\.670 0\.660 to 0\.680 800 97\.0 % 96\.0 % to 97\.5 %/);
});

it('tints no zone where nothing is safe', () => {
  const steps = closed.closing.magnitudes![0].steps.map((step) => ({ ...step, verdict: 'undecided' as const }));
  const magnitudes = closed.closing.magnitudes!.map((one) => ({ ...one, steps, safeUpTo: null }));
  const page = pageOf({ ...closed, closing: { ...closed.closing, magnitudes } });
  const shown = page.filter((element) => hasClass(element, 'magnitude')).flatMap(inside);
  expect(shown.filter((element) => hasClass(element, 'zone'))).toEqual([]);
  expect(shown.map(({ text }) => text).join()).not.toContain('Tinted');
});

it('explains the maps: both colours, their scale, and that statistics are not in them', () => {
  const files = Object.fromEntries(
    closed.closing
      .images!.flatMap(({ surest, fooled }) => [...surest, ...fooled])
      .flatMap(({ clean, transformed, map }) => [clean, transformed, map])
      .map((file) => [file, 'data:image/webp;base64,']),
  );
  const { transform } = closed.closing.images![0];
  const legendOf = (statistics: number): string => {
    const transforms = closed.transforms.map((one) => {
      const { alone } = one.evidence;
      const seen = { ...alone, statistics: { ...alone.statistics, auroc: statistics } };
      return one.name === transform ? { ...one, evidence: { ...one.evidence, alone: seen } } : one;
    });
    const page = elementsOf(renderReport({ ...closed, transforms }, { files }));
    const article = page.find(({ attributes }) => attributes.id === `transform-${transform}`)!;
    return inside(article).find((element) => hasClass(element, 'map-legend'))!.text;
  };
  expect(legendOf(0.4)).toMatch(/speaks for “transformed”, against it\. One scale for all maps of/);
  expect(legendOf(0.4)).toContain('of the network’s features alone');
  expect(legendOf(0.4)).not.toContain('tell it better here');
  expect(legendOf(0.99)).toContain('tell it better here');
});

it('does not say that nobody looked at pairs where pairs were judged', () => {
  expect(textOf(exampleResult(), 'meaning')).toContain('Two safe ones applied together may still be seen.');
  const said = textOf(closed, 'meaning');
  expect(said).not.toContain('Two safe ones applied together may still be seen.');
  expect(said).toContain('Of safe ones in company pairs of safe ones and the recommended use were judged');
  const useOnly = { ...closed, closing: { ...closed.closing, pairs: null } };
  expect(textOf(useOnly, 'meaning')).toContain('the recommended use was judged');
});

it('gives n and interval with every figure of pairs, families, file tests and looks', () => {
  const pairs = {
    ...closed.closing.pairs!,
    pairs: closed.closing.pairs!.pairs.map((one) => ({ ...one, labels: null })),
  };
  const unlabelled = { ...closed, closing: { ...closed.closing, pairs } };
  expect(textOf(closed, 'together')).toMatch(
    /\(1,000 pictures a side\).*Same answer Harder by, points .* 9\d\.\d % .*, of 1,751/,
  );
  expect(textOf(unlabelled, 'together')).not.toContain('Harder by');
  expect(textOf(closed, 'families')).toMatch(/orientation, .* \(0\.\d+ to 0\.\d+, 2,000 pictures a side\)/);
  expect(textOf(closed, 'data')).toMatch(/Pictures a side Finding .* 2,000 file trace/);
  const { probe, interval95, verdict } = closed.history.at(-1)!.transforms[0];
  const [low, high] = interval95.map((end) => end.toFixed(3));
  expect(textOf(closed, 'curves')).toContain(`${probe.toFixed(3)} ${low} to ${high} ${verdict}`);
});

it('names the three findings of file tests, and promises nothing where the guard was off', () => {
  const [luma, cb] = closed.fileTests;
  const tests = [luma, cb, { ...cb, transform: 'Transpose', name: 'axis of parity', guarded: cb.unguarded }];
  const guarded = textOf({ ...closed, fileTests: tests }, 'data');
  expect(guarded).toMatch(
    /HorizontalFlip [^A-Z]* no trace .* file trace: gone when hidden .* Transpose .* or a trace that stays/,
  );
  expect(guarded).toContain('as read at 32 px, without the guard');
  expect(guarded).toContain('reported, never judged by');
  const off = textOf({ ...closed, settings: { ...closed.settings, guard: 0 } }, 'data');
  expect(off).toContain('The guard was off in this run: verdicts may rest on all that is seen here.');
  expect(off).not.toContain('never judged by');
});
