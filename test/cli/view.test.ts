import { describe, expect, it } from 'vitest';
import { duration } from '../../src/cli/view/duration';
import { progressLine } from '../../src/cli/view/progressBar';
import { createPlainView, createProgressView } from '../../src/cli/view/progressView';
import { resultText } from '../../src/cli/view/resultText';
import { verdictSummary } from '../../src/cli/view/verdictSummary';
import { verdictTable } from '../../src/cli/view/verdictTable';
import { exampleEvents } from '../fixtures/events';
import { closedResult, exampleResult } from '../fixtures/result';

describe('duration', () => {
  it.each([
    [0, '0 s'],
    [59.4, '59 s'],
    [60, '1 min'],
    [200, '3 min 20 s'],
    [7500, '2 h 5 min'],
  ])('%d seconds read as %s', (seconds, text) => expect(duration(seconds)).toBe(text));
});

describe('progressLine', () => {
  const progress = { type: 'progress', stage: 'training', unit: 'presentations' } as const;

  it('shows a bar, counts, speed and time left', () => {
    const line = progressLine({ ...progress, done: 32_000, total: 64_000, imagesPerSecond: 612.4, etaSeconds: 62 });
    expect(line).toBe('██████████░░░░░░░░░░  50 % 32,000 of 64,000 presentations · 612 images/s · 1 min 2 s left');
  });

  it('shows no bar where the end is not known', () => {
    const line = progressLine({ ...progress, done: 1200, total: null, imagesPerSecond: null, etaSeconds: null });
    expect(line).toBe('1,200 presentations');
  });
});

describe('verdictTable', () => {
  const result = exampleResult();

  it('has one line a transform below its head, from safe to harmful', () => {
    const lines = verdictTable(result.transforms)
      .split('\n')
      .slice(1, 1 + result.transforms.length);
    const order = ['safe', 'undecided', 'shifting', 'harmful'];
    const ranks = lines.map((line) => order.indexOf(line.split(/\s+/)[1]));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(ranks.every((rank) => rank >= 0)).toBe(true);
  });

  it('gives the reasons that its columns do not show', () => {
    const reasons = verdictTable(result.transforms).split('\n\n')[2] ?? '';
    for (const { name, verdict, reason, reasonCode } of result.transforms) {
      const isShown = reasons.includes(`${name}: ${reason}`);
      expect(isShown).toBe(verdict === 'undecided' || verdict === 'harmful' || reasonCode === 'no-effect');
    }
  });

  it('draws in colours only where asked', () => {
    expect(verdictTable(result.transforms)).not.toContain('\u001b[');
    expect(verdictTable(result.transforms, { colour: true })).toContain('\u001b[');
  });
});

describe('resultText', () => {
  it('says what the controls and the closing looks found', () => {
    const text = resultText(closedResult(), 'runs/x');
    expect(text).toContain('It could see a pattern as faint as ±4 gray levels');
    expect(text).toContain('Left out of the safe set for unsafe pairs: Transpose.');
    expect(text).toContain('Used together as recommended: safe.');
    expect(text).toContain('only because CenterCrop explains it away');
    expect(text).toContain(
      'A milder RandomBrightness: Safe up to a brightness_limit of ±0.05; it was judged with ±0.2.',
    );
    expect(text).not.toContain('A milder Blur');
    expect(text).toMatch(/To settle \w+: About 900 more images/);
    expect(resultText(exampleResult(), 'runs/x')).not.toMatch(/The detector|Used together|milder|To settle/);
  });

  it('names the safe set, the size it was judged at, and the report', () => {
    const result = exampleResult();
    const text = resultText(result, 'runs/x');
    expect(text).toContain(`Safe set: ${result.safeSet.join(', ')}`);
    expect(text).toContain(`${result.settings.size} × ${result.settings.size}`);
    expect(text).toContain('report.html');
  });

  it('says how to go on after an early stop', () => {
    expect(resultText({ ...exampleResult(), complete: false }, 'runs/x')).toContain('safe-aug resume runs/x');
  });
});

describe('verdictSummary', () => {
  it('names few and counts many', () => {
    const named = (verdict: 'safe' | 'undecided', n: number) =>
      Array.from({ length: n }, (_, i) => ({ name: `T${i}`, verdict }));
    expect(verdictSummary([...named('safe', 2), ...named('undecided', 3)])).toBe('safe T0, T1; 3 undecided');
    expect(verdictSummary(named('safe', 6))).toBe('6 safe');
  });
});

describe('a terminal without a width', () => {
  it('gets plain lines: a spinner would erase infinitely many', () => {
    const lines: string[] = [];
    const write = (text: string): boolean => lines.push(text) > 0;
    const view = createProgressView({ isTTY: true, columns: 0, write } as unknown as NodeJS.WriteStream);
    view.show({ type: 'stage', stage: 'training' });
    view.close();
    expect(lines).toEqual(['Training …\n']);
  });
});

describe('the plain progress view', () => {
  it('tells a whole run in a few lines, without a bar', () => {
    const lines: string[] = [];
    let seconds = 0;
    const view = createPlainView(
      (line) => lines.push(line),
      () => (seconds += 0.5),
    );
    for (const event of exampleEvents()) view.show(event);
    expect(lines.some((line) => line.startsWith('Training'))).toBe(true);
    expect(lines.some((line) => line.includes('presentations'))).toBe(true);
    expect(lines.join('\n')).not.toMatch(/[█░]/);
  });
});
