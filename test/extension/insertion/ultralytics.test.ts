import { expect, it } from 'vitest';
import { english } from '../../../src/extension/words/message';
import { safeSetOfResult } from '../../../src/extension/insertion/safeSet';
import { judgedResult, paperPool } from '../../export/judgedResult';
import { insertInto, placesIn } from './insertInto';

const hyp = `# hyperparameters of run 7
lr0: 0.01
hsv_h: 0.015   # hue
hsv_v: 0.4
degrees: 0.0
translate: 0.1  # share
scale: 0.5
flipud: 0.0
fliplr: 0.5     # mirror
mosaic: 1.0
`;

it('switches off what is not safe and turns on what is', () => {
  const safeSet = safeSetOfResult(judgedResult({ safe: ['VerticalFlip', 'RandomGamma'] }));
  expect(insertInto('hyp.yaml', hyp, { safeSet })).toBe(
    hyp
      .replace('hsv_v: 0.4', 'hsv_v: 0.0')
      .replace('translate: 0.1', 'translate: 0.0')
      .replace('scale: 0.5', 'scale: 0.0')
      .replace('flipud: 0.0', 'flipud: 0.5')
      .replace('fliplr: 0.5', 'fliplr: 0.0'),
  );
});

it('takes the judged strengths', () => {
  const safeSet = safeSetOfResult(judgedResult({ safe: paperPool }));
  const edited = insertInto('hyp.yaml', hyp, { safeSet });
  expect(edited).toContain('hsv_v: 0.2\ndegrees: 45.0\ntranslate: 0.0625  # share\nscale: 0.1\n');
  const notes = placesIn('hyp.yaml', hyp, { safeSet })[0].insertion().notes.map(english);
  expect(notes).toContain(
    'Safe, but Ultralytics has no argument for: RandomRotate90, Transpose, ToGray, RandomCrop, CenterCrop, RandomSizedCrop, RandomGamma, CLAHE, Blur, GaussNoise.',
  );
  expect(notes).toContain('Left as it is, since no verdict speaks of it: hsv_h, mosaic.');
});

it('adds what a default would turn on', () => {
  const safeSet = safeSetOfResult(judgedResult({ safe: [] }));
  const edited = insertInto('hyp.yaml', 'hsv_h: 0.1\nhsv_s: 0.1\nmosaic: 0\n', { safeSet });
  expect(edited).toBe(
    'hsv_h: 0.1\nhsv_s: 0.1\nmosaic: 0\nfliplr: 0.0\nflipud: 0.0\ndegrees: 0.0\ntranslate: 0.0\nscale: 0.0\nhsv_v: 0.0\n',
  );
  const [place] = placesIn('hyp.yaml', edited, { safeSet });
  expect(place.insertion().edits).toEqual([]);
  expect(place.insertion().notes.map(english).join('\n')).toContain(
    'Not safe, and not to be switched off here: Blur, CLAHE, ToGray.',
  );
});

it('leaves arguments alone of which nothing is known', () => {
  const result = judgedResult({ safe: ['VerticalFlip'] });
  const transforms = result.transforms.map((one) => ({
    ...one,
    ...(one.verdict === 'shifting' && { verdict: 'undecided' as const }),
  }));
  const safeSet = safeSetOfResult({ ...result, transforms });
  expect(insertInto('hyp.yaml', hyp, { safeSet })).toBe(hyp.replace('flipud: 0.0', 'flipud: 0.5'));
});
