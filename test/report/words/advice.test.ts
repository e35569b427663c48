import { expect, it } from 'vitest';
import type { Result, TransformResult } from '../../../src/protocol/result';
import type { Verdict } from '../../../src/protocol/vocabulary';
import { renderReport } from '../../../src/report/renderReport';
import { advice } from '../../../src/report/words/advice';
import { brokenOne, labels, soundOne } from '../../judge/looks';
import { closedResult, exampleResult } from '../../fixtures/result';
import { elementsOf } from '../markup';

const result = exampleResult();
const safe = result.transforms.find(({ name }) => result.safeSet.includes(name)) as TransformResult;

it('does not tell to use what an unsafe pair removed from the safe set', () => {
  expect(advice(safe, result)).toMatch(/^Use it/);
  const removed = { ...result, safeSet: result.safeSet.filter((name) => name !== safe.name) };
  expect(advice(safe, removed)).toMatch(/^Leave it out of the set: it is safe alone/);
});

it('advises nothing that the controls do not say, and a milder strength only where there is a safe one', () => {
  const undecided = (reasonCode: TransformResult['reasonCode']): string =>
    advice({ ...safe, verdict: 'undecided', reasonCode }, result);
  expect(undecided('across-threshold')).toBe('Treat it as shifting for now.');
  const brightness = result.transforms.find(({ name }) => name === 'RandomBrightness') as TransformResult;
  expect(advice(brightness, closedResult())).toContain('In the smaller range shown here it is safe');
  // Also where there were no marks to miss, or where a label without effect was told.
  expect(undecided('not-sensitive')).not.toMatch(/missed|Learn longer/);
  expect(undecided('labels-change')).not.toContain('Learn longer');
});

it('keeps what may break labels out of early training, too', () => {
  const [shifting] = result.transforms.filter(({ verdict }) => verdict === 'shifting');
  expect(advice(shifting, result)).toContain('It may help early on');
  const perClass = [brokenOne({ class: 3, n: 20, changed: 18, became: { class: 8, count: 18 } })];
  const evidence = { ...shifting.evidence, labels: labels([...perClass, { ...soundOne, class: 8 }]) };
  expect(advice({ ...shifting, evidence }, result)).toContain('labels may break for “Highway”');
});

it('names the classes that broke twice, as the verdict does, not those of one look', () => {
  const harmful = { ...safe, verdict: 'harmful', reasonCode: 'labels-change', exceptClasses: [3, 8] } as const;
  expect(advice(harmful, result)).toBe('Leave it out: it teaches wrong labels for “Highway” and “River”.');
});

it('does not advise a use that was seen to shift or to break labels', () => {
  const closed = closedResult();
  const judged = (verdict: Verdict): Result => ({
    ...closed,
    closing: { ...closed.closing, use: { ...closed.closing.use!, verdict } },
  });
  expect(advice(safe, judged('safe'))).toBe(advice(safe, result));
  expect(advice(safe, judged('undecided'))).toContain('could not be settled');
  for (const verdict of ['shifting', 'harmful'] as const) {
    expect(advice(safe, judged(verdict))).toMatch(new RegExp(`do not draw 3 .* that is ${verdict}. Draw at most one`));
    const page = elementsOf(renderReport(judged(verdict)));
    const together = page.find(({ attributes }) => attributes.id === 'together')!.text;
    expect(together).toContain('Not recommended');
    expect(together).not.toContain('The recommended use itself');
  }
});
