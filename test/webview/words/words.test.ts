import { describe, expect, it } from 'vitest';
import { panelStrings } from '../../../src/protocol/panelStrings';
import type { PanelState } from '../../../src/protocol/panelState';
import { judgeRun, type JudgedRun } from '../../../webview/model/judgedRun';
import { advice } from '../../../webview/words/advice';
import { answer, isLive, notes, thresholdNote } from '../../../webview/words/answer';
import { evidenceSentences } from '../../../webview/words/evidence';
import { dataFacts, facts } from '../../../webview/words/facts';
import { fill } from '../../../webview/words/fill';
import { progressWords } from '../../../webview/words/progress';
import { createWords } from '../../../webview/words/words';
import { situations, type Situation } from '../harness/runs';

const words = createWords(panelStrings, 'en');
const space = '\u00a0';

function judged(state: PanelState, threshold = 0.6): JudgedRun {
  const run = judgeRun(state, threshold);
  if (!run) throw new Error('There is nothing to judge.');
  return run;
}

const answerOf = (situation: Situation): string =>
  answer(situations[situation](), judged(situations[situation]()), words);
const notesOf = (situation: Situation): string[] =>
  notes(situations[situation](), judged(situations[situation]()), words);

function sentencesOf(name: string, situation: Situation): string {
  const state = situations[situation]();
  const run = judged(state);
  const transform = run.transforms.find((one) => one.name === name);
  if (!transform || !state.run) throw new Error(`There is no ${name}.`);
  const fileTests = state.evaluations.at(-1)?.fileTests ?? [];
  const context = { run: state.run, judged: run, fileTests, closing: state.closing };
  return evidenceSentences(transform, context, words)
    .map(({ topic, text }) => `${topic}: ${text}`)
    .join('\n')
    .replaceAll(space, ' ');
}

function adviceOf(name: string, situation: Situation): string {
  const state = situations[situation]();
  const run = judged(state);
  const transform = run.transforms.find((one) => one.name === name);
  if (!transform || !state.run) throw new Error(`There is no ${name}.`);
  return advice(transform, { run: state.run, judged: run, live: isLive(state) }, words);
}

describe('the answer', () => {
  it('names what may be used, or says why nothing may', () => {
    expect(answerOf('finished')).toBe(
      '4 of 15 transforms are safe for eurosat: HorizontalFlip, VerticalFlip, RandomRotate90, and Transpose.',
    );
    expect(answerOf('harmful')).toBe('None of the 15 transforms was shown to be safe for mnist.');
    expect(answerOf('learning')).toMatch(
      /^Too early to call anything safe; \d+ of 15 transforms are already ruled out\.$/,
    );
    expect(answerOf('screening')).toBe('Before any training, image statistics rule out 8 of 15 transforms.');
  });

  it('is guarded by notes, the worst first', () => {
    expect(notesOf('finished')).toEqual([
      'Not looked at in every pair: HorizontalFlip, VerticalFlip, RandomRotate90, and Transpose. Each is safe by itself.',
    ]);
    expect(notesOf('harmful')).toEqual([
      'Labels break under RandomRotate90: leave it out whatever else you use.',
      'ToGray: no effect on this data, so not part of the safe set.',
    ]);
    expect(notesOf('unlabelled')[0]).toMatch(/^Without labels/);
    expect(notesOf('interrupted')[0]).toBe(
      'Ended early, after 16,000 of 64,000 planned presentations: measured, but less than planned.',
    );
    expect(notesOf('learning')).toEqual([
      'What the detector sees is settled. What it does not see counts from 64,000 presentations on.',
    ]);
  });

  it('names what is inserted in a smaller range, besides what is safe as it was judged', () => {
    expect(notesOf('closed')).toContain(
      'Safe in a smaller range only, and exported and inserted with it: RandomBrightness (brightness_limit ±0.05).',
    );
  });

  it('names a moved threshold and what it changed', () => {
    const state = situations.finished();
    expect(thresholdNote(judged(state), judged(state), words)).toBeNull();
    expect(thresholdNote(judged(state, 0.7), judged(state), words)).toBe(
      'Judged at 0.700 instead of the run’s own 0.60. Verdicts that changed: 2.',
    );
  });
});

describe('the evidence in words', () => {
  it('tells pairs out of a hundred, where the interval lies, labels, files and the paper', () => {
    const text = sentencesOf('HorizontalFlip', 'finished');
    expect(text).toContain(
      'seen: The detector told clean from flipped pictures in 54 of 100 pairs; chance is 50. Its interval, 0.518 to 0.564, lies wholly below the threshold of 0.600.',
    );
    expect(text).toMatch(/labels: Of the pictures that the task head recognises clean, it keeps the class of 98\.\d %/);
    expect(text).toMatch(
      /files: The files alone would give it away.*0\.998 \(0\.996 to 0\.999\) as read at 32 px without the guard, 0\.503/,
    );
    expect(text).toContain('The paper’s rule says: safe.');
  });

  it('says when rules differ because siblings hide a transform', () => {
    expect(sentencesOf('RandomCrop', 'finished')).toContain(panelStrings.paperHidden);
    expect(sentencesOf('RandomCrop', 'finished')).toContain('size: What it does depends on the size in pixels');
  });

  it('names the class that breaks, into what, and how often', () => {
    expect(sentencesOf('RandomRotate90', 'harmful')).toMatch(
      /labels: Labels break: of \d+ recognised pictures of “6 at 180°”, \d+ become another class, \d+ of them “9”/,
    );
    expect(adviceOf('RandomRotate90', 'harmful')).toBe('Leave it out: it teaches wrong labels for “6”.');
  });

  it('says what stands in the way of a verdict', () => {
    expect(sentencesOf('HorizontalFlip', 'screening')).toContain(
      'wait: Nothing is called safe before 64,000 presentations; this was measured after 0.',
    );
    expect(sentencesOf('HorizontalFlip', 'screening')).toContain(`labels: ${panelStrings.labelsLater}`);
    expect(sentencesOf('HorizontalFlip', 'unlabelled')).toContain(panelStrings.labelsUnknown);
  });

  it('says what to do by verdict, and to wait while there is more to come', () => {
    expect(adviceOf('Transpose', 'finished')).toBe(
      'Use it: draw 3 of the safe set for each picture, each applied with probability 0.5.',
    );
    expect(adviceOf('Transpose', 'unlabelled')).toBe(panelStrings.adviceSafeUnlabelled);
    expect(adviceOf('ToGray', 'harmful')).toBe(panelStrings.adviceNoEffect);
    expect(adviceOf('Blur', 'finished')).toBe(panelStrings.adviceShifting);
    expect(adviceOf('RandomGamma', 'finished')).toBe('Treat it as shifting for now. More images narrow the interval.');
    expect(adviceOf('HorizontalFlip', 'learning')).toBe(panelStrings.adviceWait);
    expect(adviceOf('HorizontalFlip', 'interrupted')).toBe(panelStrings.adviceTooEarly);
  });

  it('does not tell to use what left the safe set, nor to wait for what the detector cannot see', () => {
    const state = situations.finished();
    const run = judged(state);
    const transform = run.transforms.find(({ name }) => name === 'Transpose');
    if (!transform || !state.run) throw new Error('There is no Transpose.');
    const without = { ...run, safeSet: run.safeSet.filter((name) => name !== 'Transpose') };
    const context = { run: state.run, judged: without, live: false };
    expect(advice(transform, context, words)).toBe(panelStrings.adviceLeftOut);
    const blind = { ...transform, verdict: 'undecided', reasonCode: 'not-sensitive' } as const;
    expect(advice(blind, context, words)).toBe(panelStrings.adviceNotSensitive);
  });
});

describe('the facts', () => {
  it('tell data, device, task head and file traces', () => {
    const state = situations.finished();
    if (!state.run) throw new Error('The run never began.');
    expect(dataFacts(state.run, words).replaceAll(space, ' ')).toBe(
      '8,000 images in 10 classes (ImageFolder); 2,000 held out for judging at 32 × 32 pixels',
    );
    const said = facts(state, state.run, judged(state), words);
    expect(said.map(({ value }) => value.replaceAll(space, ' '))).toEqual([
      expect.stringMatching(/^Finished in /),
      'CPU, 2 threads',
      '87.6 % of clean pictures right',
      'Found and hidden',
    ]);
    expect(said[3].note).toBe('files give HorizontalFlip away; no verdict rests on it');
  });

  it('tell progress, speed and time left', () => {
    const said = progressWords(situations.learning(), words);
    expect(said.title).toBe('Training');
    expect(said.figures.map((text) => text.replaceAll(space, ' '))).toEqual([
      '41,216 of 64,000 presentations (64 %)',
      '381 images/s',
      'about 1 min 3 s left',
    ]);
    expect(progressWords(situations.starting(), words)).toEqual({ title: 'Starting', figures: [] });
    expect(progressWords(situations.stopping(), words).title).toMatch(/^Stopping/);
  });
});

describe('numbers', () => {
  it('are written as the language does', () => {
    const german = createWords(panelStrings, 'de').numbers;
    expect(german.auroc(0.5412)).toBe('0,541');
    expect(german.count(64_000)).toBe('64.000');
    expect(words.numbers.points(-0.0021)).toBe('−0.2');
    expect(words.numbers.points(-0.0001)).toBe('0.0');
    expect(words.numbers.share(0.8667)).toBe(`86.7${space}%`);
    expect(words.numbers.list(['a'])).toBe('a');
  });

  it('survive a language that the browser does not know', () => {
    expect(createWords(panelStrings, 'xx-notalanguage').numbers.count(1000)).toMatch(/^1.?000$/);
    expect(createWords(panelStrings, '!!').numbers.auroc(0.5)).toBe('0.500');
  });

  it('write times without seconds above an hour', () => {
    const { duration } = words.numbers;
    expect([9.4, 59.6, 221, 3599.7, 7384].map(duration)).toEqual([
      '9 s',
      '1 min 0 s',
      '3 min 41 s',
      '1 h 0 min',
      '2 h 3 min',
    ]);
  });
});

describe('filling in', () => {
  it('takes what is filled in as it is', () => {
    expect(fill('{0} and {1}', '{1}', '$&')).toBe('{1} and $&');
    expect(fill('{0} {2}', 'a')).toBe('a {2}');
  });
});

describe('what the whole history and the closing looks say', () => {
  it('is said of each transform where there is a result', () => {
    const gamma = sentencesOf('RandomGamma', 'closed');
    expect(gamma).toContain('seen: At the end its AUROC rose by 0.004 per doubling of presentations.');
    expect(gamma).toMatch(
      /seen: Its head reads 0\.560 \(0\.\d{3} to 0\.\d{3}\) on pictures that were learned from and 0\.\d{3} \(/,
    );
    expect(sentencesOf('RandomCrop', 'closed')).toContain('files: Of what gives RandomCrop away, most is blur');
    expect(sentencesOf('RandomCrop', 'finished')).not.toMatch(/blur|doubling/);
  });
});
