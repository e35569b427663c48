import { readFile } from 'node:fs/promises';
import Ajv from 'ajv';

/** A check of values against one of the published schemas: all complaints as readable lines, none for a valid value. */
export async function validator(name: 'result' | 'safe-aug' | 'events'): Promise<(value: unknown) => string[]> {
  const schema = JSON.parse(await readFile(`schemas/${name}.schema.json`, 'utf8')) as object;
  const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
  return (value) =>
    validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
