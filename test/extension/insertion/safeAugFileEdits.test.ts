import { expect, it } from 'vitest';
import { exportResult } from '../../../src/export/exportResult';
import { safeAugFileEdits } from '../../../src/extension/insertion/safeAugFileEdits';
import { applyEdits } from '../../../src/extension/insertion/textEdit';
import { exampleResult } from '../../fixtures/result';

const exported = exportResult(exampleResult(), 'safe-aug', { albumentations: '2.0.8' });
const older = JSON.parse(exported.replace('"seed": 1', '"seed": 7')) as object;

it.each([
  ['as it was written', `${JSON.stringify(older, null, 2)}\n`],
  ['with tabs and no last line ending', JSON.stringify(older, null, '\t')],
  ['with Windows line endings', `${JSON.stringify(older, null, 4)}\n`.replaceAll('\n', '\r\n')],
  ['on one line', `${JSON.stringify(older)}\n`],
  ['with a mark of the byte order', `\uFEFF${JSON.stringify(older, null, 2)}\n`],
])('changes what changed, %s', (_, text) => {
  const edits = safeAugFileEdits(text, exported);
  expect(edits).toEqual([{ start: expect.any(Number), end: expect.any(Number), newText: '1' }]);
  const edited = applyEdits(text, edits);
  expect(JSON.parse(edited.replace('\uFEFF', ''))).toEqual(JSON.parse(exported));
  expect(edited[0]).toBe(text[0]);
  expect(safeAugFileEdits(edited, exported)).toEqual([]);
});

it('replaces what is no JSON', () => {
  for (const text of ['', '<<<<<<< HEAD\n{}\n'])
    expect(applyEdits(text, safeAugFileEdits(text, exported))).toBe(exported);
});
