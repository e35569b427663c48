// Writes schemas/*.schema.json from the types in src/protocol, so that there is one description of each file: the types, their
// docstrings (hover and completion in editors) and their ranges (@minimum, @maximum). `npm run schemas` after changing them.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { createGenerator } from 'ts-json-schema-generator';

const root = fileURLToPath(new URL('..', import.meta.url));
const base = 'https://raw.githubusercontent.com/safe-aug/safe-aug/main/schemas/';
const schemas = [
  { name: 'result', file: 'result.ts', type: 'Result', title: 'Safe Aug result (result.json)' },
  {
    name: 'safe-aug',
    file: 'safeAugFile.ts',
    type: 'SafeAugFile',
    title: 'Safe Aug verdicts of a project (safe-aug.json)',
  },
  { name: 'events', file: 'events.ts', type: 'RunEvent', title: 'Safe Aug run event (one line of events.jsonl)' },
];

/** The schema files as they should be: name of the file → text. */
export async function renderSchemas() {
  const texts = new Map();
  for (const { name, file, type, title } of schemas) {
    const generated = createGenerator({
      path: `${root}src/protocol/${file}`,
      tsconfig: `${root}tsconfig.json`,
      type,
      topRef: false,
    }).createSchema(type);
    const { $schema, ...rest } = generated;
    const $comment =
      'Made from src/protocol by "npm run schemas". Unknown properties are refused, so that a mistyped name shows; programs that read these files ignore what they do not know.';
    const schema = { $schema, $id: `${base}${name}.schema.json`, title, $comment, ...rest };
    texts.set(`schemas/${name}.schema.json`, await format(JSON.stringify(schema), { parser: 'json', printWidth: 120 }));
  }
  return texts;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of await renderSchemas()) {
    const before = readFileSync(`${root}${path}`, { encoding: 'utf8', flag: 'a+' });
    if (before !== text) writeFileSync(`${root}${path}`, text);
    console.log(`${before === text ? 'unchanged' : 'written'}  ${path}`);
  }
}
