import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/protocol/result';
import type { ReportExtras } from '../../src/report/extras';
import { renderReport } from '../../src/report/renderReport';
import { closedResult, emptySafeSetResult, exampleResult, stoppedResult, unlabelledResult } from '../fixtures/result';
import { elementsOf, hasClass, type Element } from './markup';

const picture = (name: string): string => `data:image/webp;base64,${name}`;

const extras: ReportExtras = {
  previews: exampleResult().transforms.map(({ name }) => ({
    transform: name,
    pictures: [0, 1].map((index) => ({
      original: picture(`clean${index}`),
      draws: [picture(`${name}${index}a`), picture(`${name}${index}b`), picture(`${name}${index}a`)],
      label: `class ${index}`,
    })),
  })),
  metrics: [1, 2, 3].map((step) => ({
    type: 'metrics',
    presentations: step * 16_000,
    learningRate: 0.05,
    taskLoss: 2 / step,
    headsLoss: 0.4,
    taskAccuracy: 0.2 * step,
  })),
};

const closingFiles = Object.fromEntries(
  closedResult()
    .closing.images!.flatMap(({ surest, fooled }) => [...surest, ...fooled])
    .flatMap(({ clean, transformed, map }) => [clean, transformed, map])
    .map((file) => [file, picture(file.replace(/\W/g, ''))]),
);

const states: readonly (readonly [string, Result, ReportExtras])[] = [
  ['typical', exampleResult(), extras],
  ['without pictures and metrics', exampleResult(), {}],
  ['with controls and closing looks', closedResult(), { ...extras, files: closingFiles }],
  ['empty safe set', emptySafeSetResult(), {}],
  ['unlabelled', unlabelledResult(), extras],
  ['stopped after screening', stoppedResult(), extras],
  ['one transform', { ...exampleResult(), transforms: exampleResult().transforms.slice(0, 1), history: [] }, {}],
];

function rowsOf(page: readonly Element[]): Element[] {
  return page.filter((element) => hasClass(element, 'transform-row'));
}

describe.each(states)('%s', (_, result, given) => {
  const page = elementsOf(renderReport(result, given));

  it('has one row and one article for every transform, with its verdict in words', () => {
    const word = { safe: 'Safe', undecided: 'Undecided', shifting: 'Shifting', harmful: 'Harmful' };
    const rows = rowsOf(page);
    const articles = page.filter(({ name }) => name === 'article');
    expect(rows).toHaveLength(result.transforms.length);
    expect(articles).toHaveLength(result.transforms.length);
    for (const { name, verdict } of result.transforms) {
      const row = rows.find(({ children }) => children[0].text === name)!;
      expect(row.children[1].text, name).toMatch(new RegExp(`^${word[verdict]}`));
      const article = articles.find(({ attributes }) => attributes.id === `transform-${name}`)!;
      expect(article.text).toContain(`${name} ${word[verdict]}`);
    }
  });

  it('links only inside itself and to the paper, and loads nothing', () => {
    const ids = page.flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { name, attributes } of page) {
      expect(['script', 'link', 'iframe', 'object', 'embed', 'base', 'form']).not.toContain(name);
      expect(Object.keys(attributes).filter((key) => key.startsWith('on') || key === 'style')).toEqual([]);
      if (attributes.src !== undefined) expect(attributes.src).toMatch(/^data:image\//);
      if (attributes.href?.startsWith('#')) expect(ids).toContain(attributes.href.slice(1));
      else if (attributes.href !== undefined) expect(attributes.href).toBe('https://arxiv.org/abs/1907.12896');
      for (const id of attributes['aria-labelledby']?.split(' ') ?? []) expect(ids).toContain(id);
    }
    expect(renderReport(result, given)).not.toMatch(/url\(|@import/);
  });

  it('names every chart that is not hidden and describes every picture in the galleries', () => {
    for (const element of page.filter(({ name, attributes }) => name === 'svg' && attributes.role === 'img')) {
      expect(element.children[0].name).toBe('title');
      expect(element.children[0].text).not.toBe('');
    }
    for (const { attributes } of page.filter(({ name }) => name === 'img')) expect(attributes.alt).toBeDefined();
  });
});

it('begins with the answer and what it rests on', () => {
  const page = elementsOf(renderReport(exampleResult()));
  expect(page.find(({ name }) => name === 'h1')!.text).toBe(
    'Safe on your data: HorizontalFlip, VerticalFlip, RandomRotate90 and Transpose.',
  );
  expect(page.find((element) => hasClass(element, 'basis'))!.text).toBe(
    '4 of 15 transforms are in the safe set; judged at 32 × 32 pixels, after 64,000 image presentations, threshold 0.60, seed 1.',
  );
});

it('says what must not be used, and when nothing can be said yet', () => {
  const heading = (result: Result): string => elementsOf(renderReport(result)).find(({ name }) => name === 'h1')!.text;
  expect(heading(emptySafeSetResult())).toBe(
    'None of the 15 transforms was shown to be safe on your data. Harmful: RandomRotate90.',
  );
  expect(heading(stoppedResult())).toBe('Nothing can be called safe yet: no network was trained.');
  expect(heading({ ...stoppedResult(), presentations: 16_000 })).toBe(
    'Nothing can be called safe yet: that takes 64,000 presentations, and these were 16,000.',
  );
});

it('sorts by verdict, then by AUROC, those without an effect last', () => {
  const order = ['safe', 'undecided', 'shifting', 'harmful'];
  const result = emptySafeSetResult();
  const names = rowsOf(elementsOf(renderReport(result))).map(({ children }) => children[0].text);
  const rank = (name: string): number => {
    const { verdict, evidence } = result.transforms.find((one) => one.name === name)!;
    return order.indexOf(verdict) + evidence.alone.probe.auroc / 2;
  };
  expect(names.map(rank)).toEqual(names.map(rank).sort((a, b) => a - b));
});

it('prints the numbers that the result holds', () => {
  const { transforms } = exampleResult();
  const rows = rowsOf(elementsOf(renderReport(exampleResult())));
  const noise = transforms.find(({ name }) => name === 'GaussNoise')!.evidence;
  const row = rows.find(({ children }) => children[0].text === 'GaussNoise')!;
  const [low, high] = noise.alone.probe.intervalJudged;
  const cells = row.children.map(({ text }) => text);
  expect(cells[3]).toBe(`0.967 ${low.toFixed(3)} to ${high.toFixed(3)}`);
  expect(cells[4]).toMatch(/6\.8 [\d.]+\u00a0?.% same$/u);
  expect(cells[5]).toMatch(/1\.1$/);
  expect(cells[6]).toMatch(/2\.9$/);
});

it('shows each distinct draw once, and the clean picture first', () => {
  const page = elementsOf(renderReport(exampleResult(), extras));
  const article = page.find(({ attributes }) => attributes.id === 'transform-Blur')!;
  const images = elementsOf(renderReport(exampleResult(), extras)).filter(({ name }) => name === 'img');
  const ofBlur = images
    .map(({ attributes }) => attributes)
    .filter(({ alt, src }) => src.includes('Blur0') && alt !== '');
  expect(ofBlur.map(({ alt }) => alt)).toEqual(['Picture 1, Blur, draw 1', 'Picture 1, Blur, draw 2']);
  expect(article.text).toContain('class 0');
});

it('refuses a picture that would have to be fetched', () => {
  const pictures = [{ original: 'https://example.org/a.png', draws: [], label: null }];
  expect(() => renderReport(exampleResult(), { previews: [{ transform: 'Blur', pictures }] })).toThrow(
    /A preview of Blur is "https:\/\/example.org\/a.png", not a data:image\/ URI/,
  );
});

it('leaves out what was not measured', () => {
  const heads = (result: Result): string[] =>
    elementsOf(renderReport(result))
      .filter((element) => hasClass(element, 'column-title'))
      .map(({ text }) => text);
  expect(heads(exampleResult()).join()).toMatch(/Labels.*false alarms.*accuracy gain/);
  expect(heads(unlabelledResult()).join()).not.toMatch(/Labels/);
  expect(heads(stoppedResult())).toEqual(['Can it be told from clean?', 'AUROC']);
  expect(renderReport(stoppedResult())).not.toContain('class="zone zone-safe"');
  expect(renderReport(exampleResult())).not.toContain('class="zone zone-early"');
});

it('names what limits the answer', () => {
  const caveats = (result: Result): string =>
    elementsOf(renderReport(result)).find((element) => hasClass(element, 'caveats'))?.text ?? '';
  expect(caveats(stoppedResult())).toMatch(/Screening only.*stopped early, after 0 of 64,000/);
  expect(caveats(unlabelledResult())).toContain('The data has no labels');
  expect(caveats(emptySafeSetResult())).toContain('ToGray changes nothing on this data');
  expect(caveats(exampleResult())).toContain(exampleResult().warnings[0]);
});

it('names the broken class and what became of it', () => {
  const example = emptySafeSetResult();
  const transforms = example.transforms.map((one) =>
    one.verdict === 'harmful' ? { ...one, exceptClasses: [6], otherClasses: 'shifting' as const } : one,
  );
  const article = elementsOf(renderReport({ ...example, transforms })).find(
    ({ attributes }) => attributes.id === 'transform-RandomRotate90',
  )!;
  expect(article.text).toMatch(/Pictures of “6” that change class at 180° do so with mean confidence 0\.90/);
  expect(article.text).toContain('Leave it out: it teaches wrong labels for “6”.');
});

it('shows the faintest mark that the detector saw', () => {
  const result = closedResult();
  const [mark] = result.controls!.appearance.rungs.filter(({ strength }) => strength === 4);
  const files = Object.fromEntries(mark.pictures.map((file, side) => [file, picture(`mark${side}`)]));
  const section = elementsOf(renderReport(result, { files })).find(
    ({ attributes }) => attributes.id === 'sensitivity',
  )!;
  expect(section.text).toContain('The faintest mark that it saw: ±4 levels');
  expect(section.text).not.toContain('which it could not see');
  expect(
    elementsOf(renderReport(result, { files })).filter(({ attributes }) => attributes.src?.includes('mark')),
  ).toHaveLength(2);
});

it('writes no two strengths over each other under the axis', () => {
  const page = elementsOf(renderReport(closedResult()));
  const plot = page.find((element) => hasClass(element, 'magnitude'))!;
  const inPlot = (element: Element): Element[] => [element, ...element.children.flatMap(inPlot)];
  const at = inPlot(plot)
    .filter(({ name, attributes }) => name === 'text' && attributes['text-anchor'] === 'middle')
    .map(({ attributes }) => Number(attributes.x.replace('%', '')));
  expect(at.length).toBeGreaterThan(2);
  for (const [index, x] of at.entries()) if (index > 0) expect(x - at[index - 1]).toBeGreaterThanOrEqual(9);
  expect(at.at(-1)).toBe(100);
});
