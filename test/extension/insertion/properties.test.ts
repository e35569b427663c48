import fc from 'fast-check';
import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser';
import { parse } from 'yaml';
import { expect, it } from 'vitest';
import { setValue } from '../../../src/extension/insertion/config/assign';
import type { KeyPath } from '../../../src/extension/insertion/config/keyPath';
import { checked, readConfig } from '../../../src/extension/insertion/config/readConfig';
import { changeItems } from '../../../src/extension/insertion/itemList';
import { applyEdits, minimal, type TextEdit } from '../../../src/extension/insertion/textEdit';
import { Refusal } from '../../../src/extension/words/refusal';
import { Document, visit, isCollection, isScalar } from 'yaml';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const key = fc.constantFrom('a', 'train', 'transforms', 'p', 'n', 'x-y', 'é', 'on', 'with space');
const { tree } = fc.letrec<{ tree: Json; map: Json }>((tie) => ({
  map: fc.dictionary(key, tie('tree'), { minKeys: 1, maxKeys: 4, noNullPrototype: true }) as fc.Arbitrary<Json>,
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom<Json>(
      null,
      true,
      0,
      0.5,
      'word',
      '${a.b}',
      'two words',
      '',
      'multi\nline\n',
      '# no comment',
      '- x',
    ),
    tie('map'),
    fc.array(tie('tree'), { maxLength: 3 }),
  ),
}));
const mapTree = fc.dictionary(key, tree, { minKeys: 1, maxKeys: 4, noNullPrototype: true });

/** A YAML text of a value with comments, flow collections, quotes and line endings strewn in. */
const yamlText = fc
  .record({
    value: mapTree,
    seed: fc.array(fc.nat(9), { minLength: 8, maxLength: 8 }),
    windows: fc.boolean(),
    indentSeq: fc.boolean(),
  })
  .map(({ value, seed, windows, indentSeq }) => {
    const document = new Document(value);
    let at = 0;
    const draw = (): number => seed[at++ % seed.length];
    visit(document, {
      Node(_, node) {
        if (isCollection(node) && draw() > 7) node.flow = true;
        if (isScalar(node) && draw() > 7 && typeof node.value === 'string' && !node.value.includes('\n'))
          node.type = 'QUOTE_SINGLE';
      },
      Pair(_, pair, path) {
        const inFlow = path.some((one) => isCollection(one) && one.flow === true);
        if (inFlow || !isScalar(pair.key)) return;
        if (draw() > 6) pair.key.commentBefore = ' above';
        if (draw() > 6 && isScalar(pair.value) && !String(pair.value.value).includes('\n'))
          pair.value.comment = ' beside';
        if (draw() > 8) pair.key.spaceBefore = true;
      },
    });
    const text = document.toString({ lineWidth: 0, indentSeq });
    return { value, text: windows ? text.replaceAll('\n', '\r\n') : text };
  });

function pathsIn(value: Json, path: KeyPath = []): KeyPath[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([name, child]) =>
    pathsIn(child, [...path, Array.isArray(value) ? Number(name) : name]),
  );
  return [path, ...inner];
}

function withValue(value: Json, [first, ...rest]: KeyPath, leaf: Json): Json {
  if (first === undefined) return leaf;
  if (Array.isArray(value)) return value.map((item, index) => (index === first ? withValue(item, rest, leaf) : item));
  return {
    ...(value as { [key: string]: Json }),
    [first]: withValue((value as { [key: string]: Json })[first] ?? {}, rest, leaf),
  };
}

const inserted = [
  { _target_: 'albumentations.SomeOf', n: 3, transforms: [{ _target_: 'albumentations.Blur', range: [3, 7] }] },
];

/** Everything outside of the edits stands in the new text, in order: which is what `applyEdits` must do. */
function keptParts(text: string, edits: readonly TextEdit[]): string[] {
  const ends = [0, ...edits.map(({ end }) => end)];
  return ends.map((start, index) => text.slice(start, edits[index]?.start ?? text.length));
}

it('sets any path of any YAML: the value is there, all else is as it was, and a second time nothing is left to do', () => {
  fc.assert(
    fc.property(yamlText, fc.nat(), fc.boolean(), ({ value, text }, pick, fresh) => {
      const paths = pathsIn(value).filter((path) => path.length > 0);
      const maps = pathsIn(value).filter((path) => isMapAt(value, path));
      const path = fresh ? [...maps[pick % maps.length], 'new', 'key'] : paths[pick % paths.length];
      const document = readConfig(text, 'yaml');
      const edits = checked(text, 'yaml', setValue(document, document.roots[0], path, inserted));
      const edited = applyEdits(text, edits);
      expect(parse(edited, { uniqueKeys: true })).toEqual(withValue(value, path, inserted));
      for (const part of keptParts(text, edits)) expect(edited).toContain(part);
      const commentsBefore = text.match(/# above/g)?.length ?? 0;
      if (fresh) expect(edited.match(/# above/g)?.length ?? 0).toBe(commentsBefore);
      const again = readConfig(edited, 'yaml');
      expect(minimal(edited, setValue(again, again.roots[0], path, inserted))).toEqual([]);
      if (text.includes('\r\n')) expect(edited.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    }),
    { numRuns: 400 },
  );
});

it('sets any path of any JSON', () => {
  const space = fc.constantFrom(0, 2, 4, '\t');
  fc.assert(
    fc.property(mapTree, space, fc.nat(), fc.boolean(), (value, indent, pick, fresh) => {
      const text = JSON.stringify(value, null, indent);
      const maps = pathsIn(value).filter((path) => isMapAt(value, path));
      const paths = pathsIn(value).filter((path) => path.length > 0);
      const path = fresh ? [...maps[pick % maps.length], 'new', 'key'] : paths[pick % paths.length];
      const document = readConfig(text, 'json');
      const edits = checked(text, 'json', setValue(document, document.roots[0], path, inserted));
      const edited = applyEdits(text, edits);
      expect(JSON.parse(edited)).toEqual(withValue(value, path, inserted));
      const again = readConfig(edited, 'json');
      expect(minimal(edited, setValue(again, again.roots[0], path, inserted))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

/** A TOML text: keys at the top, tables, tables in double brackets, with comments and either line ending. */
const tomlText = fc
  .record({
    top: fc.boolean(),
    tables: fc.array(
      fc.record({
        name: fc.constantFrom('a', 'b', 'a.x', '"q r"', 'a.x.deep'),
        double: fc.boolean(),
        pairs: fc.uniqueArray(fc.constantFrom('k = 1 # one', 'l = [\n  1, # in\n]', 'd.e = "x"', 'm = { z = 1 }'), {
          maxLength: 3,
        }),
        above: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
    windows: fc.boolean(),
  })
  .map(({ top, tables, windows }) => {
    const sections = tables.map(({ name, double, pairs, above }) =>
      [...(above ? ['# about'] : []), double ? `[[${name}]]` : `[${name}]`, ...pairs].join('\n'),
    );
    const text = [...(top ? ['t = 0 # top'] : []), ...sections].join('\n\n') + '\n';
    return windows ? text.replaceAll('\n', '\r\n') : text;
  })
  .filter((text) => {
    try {
      readConfig(text, 'toml');
      return true;
    } catch {
      return false;
    }
  });

it('sets any path of any TOML, or says why not: the value is there, all else is as it was', () => {
  const wanted = ['Blur', 'CLAHE'];
  fc.assert(
    fc.property(tomlText, fc.nat(), fc.boolean(), (text, pick, fresh) => {
      const before = tomlValue(text);
      const paths = pathsIn(before).filter((path) => path.length > 0);
      const maps = pathsIn(before).filter((path) => isMapAt(before, path));
      const path =
        fresh || paths.length === 0 ? [...maps[pick % maps.length], 'new', 'key'] : paths[pick % paths.length];
      const document = readConfig(text, 'toml');
      let edits: TextEdit[];
      try {
        edits = setValue(document, document.roots[0], path, wanted);
      } catch (error) {
        if (error instanceof Refusal) return;
        throw error;
      }
      const edited = applyEdits(text, checked(text, 'toml', edits));
      expect(tomlValue(edited)).toEqual(withValue(before, path, wanted));
      if (text.includes('\r\n')) expect(edited.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    }),
    { numRuns: 600 },
  );
});

function tomlValue(text: string): Json {
  return getStaticTOMLValue(parseTOML(text)) as Json;
}

it('changes items of any bracketed list: those that stay keep their text and their comments', () => {
  const item = fc.record({ name: fc.constantFrom('a()', 'b(1, 2)', '[x]'), above: fc.boolean(), beside: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(item, { maxLength: 5 }),
      fc.boolean(),
      fc.boolean(),
      fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      fc.nat(5),
      fc.array(fc.constantFrom('NEW', 'NEW(\n        1,\n    )'), { maxLength: 2 }),
      (items, lines, trailing, gone, where, added) => {
        let text = 'x = [';
        const spans = items.map(({ name, above, beside }, index) => {
          if (lines) text += `${above ? `\n    # above ${index}` : ''}\n    `;
          else if (index > 0) text += ' ';
          const start = text.length;
          text += name;
          const end = text.length;
          if (index < items.length - 1 || trailing) text += ',';
          if (lines && beside) text += `  # beside ${index}`;
          return { start, end };
        });
        if (lines && items.length > 0) text += '\n';
        const close = text.length;
        text += ']  # after\n';
        const removed = new Set([...items.keys()].filter((index) => gone[index]));
        const at = Math.min(where, items.length);
        const list = {
          start: 5,
          end: close,
          items: spans,
          brackets: true,
          trailingComma: true,
          comment: 'hash',
          indent: '    ',
          closeIndent: '',
        } as const;
        const edited = applyEdits(text, changeItems(text, list, { removed, at, added }));
        const code = edited.replace(/\s*# (?:above|beside) \d/g, '').replace(/\s+/g, '');
        const names = items.map(({ name }) => name.replace(/\s/g, ''));
        const fresh = added.map((one) => one.replace(/\s/g, ''));
        const before = names.filter((_, index) => index < at && !removed.has(index));
        const after = names.filter((_, index) => index >= at && !removed.has(index));
        expect(code.replace(/,\]#/, ']#')).toBe(`x=[${[...before, ...fresh, ...after].join(',')}]#after`);
        items.forEach(({ above, beside }, index) => {
          if (lines && above) expect(edited).toContain(`# above ${index}`);
          if (lines && beside) expect(edited.includes(`# beside ${index}`)).toBe(!removed.has(index));
        });
      },
    ),
    { numRuns: 600 },
  );
});

it('shortens edits without changing what they do', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', '😀') });
  fc.assert(
    fc.property(text, text, text, text, (before, old, wanted, after) => {
      const whole = before + old + after;
      const edit = { start: before.length, end: before.length + old.length, newText: wanted };
      const ending =
        whole.split('\r\n').length - 1 > whole.replaceAll('\r\n', '').split('\n').length - 1 ? '\r\n' : '\n';
      const edited = applyEdits(whole, minimal(whole, [edit]));
      expect(edited).toBe(before + wanted.replace(/\r?\n/g, ending) + after);
    }),
  );
});

function isMapAt(value: Json, path: KeyPath): boolean {
  const at = path.reduce<Json>((inner, part) => (inner as { [key: string]: Json })[part], value);
  return typeof at === 'object' && at !== null && !Array.isArray(at);
}
