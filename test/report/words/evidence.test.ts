import { expect, it } from 'vitest';
import type { Result, TransformResult } from '../../../src/protocol/result';
import { evidenceInWords } from '../../../src/report/words/evidence';
import { auroc } from '../../fixtures/evidence';
import { closedResult, exampleResult } from '../../fixtures/result';

it('says that the rules differ, without a look-alike that nothing has shown', () => {
  const result = exampleResult();
  const told = result.transforms.find(({ verdict }) => verdict === 'shifting') as TransformResult;
  const differing: TransformResult = { ...told, verdicts: { interval: 'shifting', paper: 'safe' } };
  const sentences = evidenceInWords(differing, result).join(' ');
  expect(sentences).toContain('The rules differ: among other transforms its head does no better');
  expect(sentences).not.toMatch(/hides? it/);
});

const ofFlip = (result: Result, changes: Partial<TransformResult> = {}): string =>
  evidenceInWords({ ...result.transforms.find(({ name }) => name === 'HorizontalFlip')!, ...changes }, result).join(
    ' ',
  );

it('says of a file trace that the picture is not told only where it is safe', () => {
  const alone = 'The files give it away, not the pictures';
  const part = 'A part of what is seen without the guard is in the file alone';
  expect(ofFlip(exampleResult())).toContain(alone);
  for (const verdict of ['shifting', 'undecided', 'harmful'] as const) {
    const said = ofFlip(exampleResult(), { verdict });
    expect(said).toContain(part);
    expect(said).not.toContain(alone);
  }
});

it('does not call hidden what a test still sees behind the guard', () => {
  const result = exampleResult();
  const [, cb] = result.fileTests;
  const axis = { ...cb, name: 'axis of parity', guarded: cb.unguarded };
  const said = ofFlip({ ...result, fileTests: [...result.fileTests, axis] });
  expect(said).toMatch(
    /with the trace hidden, too, .* a detector could go by either: axis of parity of Cb, AUROC 0\.998/,
  );
  expect(said).toContain('shifts both sides by half a pixel says whether by such a trace.');
  expect(said).not.toMatch(/not the pictures|No verdict rests/);
});

it('says that a verdict may rest on the files where the guard was off', () => {
  const result = exampleResult();
  const off = { ...result, settings: { ...result.settings, guard: 0 } };
  for (const verdict of ['safe', 'shifting'] as const) {
    const said = ofFlip(off, { verdict });
    expect(said).toContain('The guard was off: its verdict may rest on this.');
    expect(said).not.toMatch(/not the pictures|No verdict rests|in the file alone/);
  }
  expect(ofFlip(result)).not.toContain('The guard was off');
});

it('says on how many pictures each figure stands: a closing probe takes fewer than a verdict', () => {
  const closed = closedResult();
  const traces = closed.closing.traces!.map((one) => ({ ...one, n: 1000 }));
  const result = { ...closed, closing: { ...closed.closing, traces } };
  const crop = result.transforms.find(({ name }) => name === 'RandomCrop')!;
  const said = evidenceInWords(crop, result).join(' ');
  expect(said).toMatch(/AUROC 0\.\d+ on 2,000 pictures a side/);
  expect(said).toMatch(/instead of 98 \(1,000 pictures a side\)\./);
  expect(ofFlip(result)).toMatch(
    /0\.998 \(0\.996 to 0\.999\) as read at 32 px without the guard and 0\.503 \(0\.489 to 0\.517\) with the trace hidden on both sides \(95 % intervals, 2,000 pictures a side\)/,
  );
  expect(said).toMatch(/of 2,000 clean pictures \([\d.]+.% to [\d.]+.%\)/);
});

it('calls it memorising where the held-out interval lies below the training one, and only there', () => {
  const heads = (training: number): string =>
    ofFlip(closedResult(), { convergence: { training: auroc(training), slope: null } });
  expect(heads(0.52)).toMatch(/Its head reads 0\.520 \(0\.\d+ to 0\.\d+\) on pictures .*no sign that it memorised/);
  expect(heads(0.9)).toContain('it has in part memorised pictures');
});
