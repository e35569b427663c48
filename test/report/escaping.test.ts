import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Result } from '../../src/protocol/result';
import { html } from '../../src/report/html';
import { renderReport } from '../../src/report/renderReport';
import { closedResult } from '../fixtures/result';
import { elementsOf } from './markup';

/** The example with one text in every place that takes text from data or from the run. */
function everywhere(text: string): Result {
  const example = closedResult();
  const { dataset, fileTests, transforms, closing } = example;
  return {
    ...example,
    dataset: {
      ...dataset,
      path: text,
      format: text,
      classes: dataset.classes.map((_, index) => `${text}${index}`),
      skipped: { count: 1, files: [{ file: text, reason: text }] },
    },
    fileTests: fileTests.map((test) => ({ ...test, name: text })),
    transforms: transforms.map((one) => ({ ...one, reason: text })),
    warnings: [text],
    closing: {
      ...closing,
      families: {
        ...closing.families!,
        explanations: [{ transform: text, sibling: text, reason: 'sibling', sentence: text }],
      },
      use: { ...closing.use!, reason: text },
      traces: closing.traces!.map((trace) => ({ ...trace, sentence: text })),
      images: closing.images!.map((one) => ({
        ...one,
        surest: one.surest.map((image) => ({ ...image, label: text })),
      })),
    },
  };
}

const pictures = (label: string) => [
  { transform: 'Blur', pictures: [{ original: 'data:image/webp;base64,', draws: [], label }] },
];

const files = Object.fromEntries(
  closedResult()
    .closing.images!.flatMap(({ surest }) => surest)
    .flatMap(({ clean, transformed, map }) => [clean, transformed, map])
    .map((file) => [file, 'data:image/webp;base64,']),
);

it.each([
  '<img src=x onerror=alert(1)>',
  '$(touch x)',
  '"><script>alert(1)</script>',
  "' onmouseover='x",
  '</style><b>',
  '&lt;',
])('shows %s as it is written and never as markup', (text) => {
  const plain = elementsOf(renderReport(everywhere('plain'), { previews: pictures('plain'), files }));
  const hostile = elementsOf(renderReport(everywhere(text), { previews: pictures(text), files }));
  expect(hostile.map(({ name }) => name)).toEqual(plain.map(({ name }) => name));
  const attributes = (page: typeof plain): string[][] => page.map((one) => Object.keys(one.attributes));
  expect(attributes(hostile)).toEqual(attributes(plain));
  expect(hostile.find(({ name }) => name === 'body')!.text).toContain(text);
});

it('escapes any text in content and in attributes, and gives it back unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      const [element] = elementsOf(html`<p title="${text}">${text}</p>`.toString());
      expect(element.attributes.title).toBe(text);
      expect(element.text).toBe(text.replace(/\s+/g, ' ').trim());
    }),
  );
});

it('keeps nested markup and lists, and writes nothing for null and false', () => {
  const inner = html`<b>${'<'}</b>`;
  expect(html`${[inner, '&', 1]}${null}${false}${undefined}`.toString()).toBe('<b>&#60;</b>&#38;1');
});
