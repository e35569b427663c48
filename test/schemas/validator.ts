import { readFile } from 'node:fs/promises';
import Ajv from 'ajv';

interface Schema {
  readonly definitions?: Readonly<Record<string, object>>;
}

/**
 * A check of values against one of the published schemas: all complaints as readable lines, none for a valid value.
 * It also refuses reversed intervals, for which JSON Schema has no words.
 */
export async function validator(name: 'result' | 'safe-aug' | 'events'): Promise<(value: unknown) => string[]> {
  const schema = JSON.parse(await readFile(`schemas/${name}.schema.json`, 'utf8')) as Schema;
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  ajv.addKeyword({
    keyword: 'ordered',
    type: 'array',
    validate: isOrdered,
    error: { message: 'must not be reversed' },
  });
  const validate = ajv.compile(withOrderedIntervals(schema));
  return (value) =>
    validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

function isOrdered(_wanted: unknown, interval: readonly number[]): boolean {
  return !(interval[0] > interval[1]);
}

function withOrderedIntervals(schema: Schema): Schema {
  const interval = schema.definitions?.Interval;
  return interval
    ? { ...schema, definitions: { ...schema.definitions, Interval: { ...interval, ordered: true } } }
    : schema;
}
