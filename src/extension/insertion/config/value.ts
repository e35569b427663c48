import { Constant, Real } from '../../../export/albumentations/node';

/** What is written into a document; a Real keeps its decimal point where the format has one. */
export type Value = Real | Constant | number | boolean | string | null | readonly Value[] | Values;

export interface Values {
  readonly [key: string]: Value;
}

export function isMap(value: Value): value is Values {
  return typeof value === 'object' && value !== null && !isList(value) && !isNumber(value);
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** Values under keys that do not exist yet. */
export function nested(keys: readonly string[], values: Values): Values {
  return keys.reduceRight<Values>((inner, key) => ({ [key]: inner }), values);
}

function isNumber(value: object): value is Real | Constant {
  return value instanceof Real || value instanceof Constant;
}
