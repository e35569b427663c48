import type { JudgedTransform } from './judgedSet';

/** A range that the transform was judged with, such as `gammaLimit`. Throws where the result does not hold it. */
export function rangeOf({ name, params }: JudgedTransform, setting: string): readonly [low: number, high: number] {
  const value = params[setting];
  if (typeof value === 'object' && value.length === 2) return [value[0], value[1]];
  throw missing(name, setting, 'a range of two numbers', value);
}

/** A single number that the transform was judged with, such as `height`. Throws where the result does not hold it. */
export function numberOf({ name, params }: JudgedTransform, setting: string): number {
  const value = params[setting];
  if (typeof value === 'number') return value;
  throw missing(name, setting, 'a number', value);
}

function missing(name: string, setting: string, wanted: string, found: unknown): Error {
  return new Error(
    `Cannot export ${name}: its setting ${setting} should be ${wanted}, and the result holds ${JSON.stringify(found) ?? 'none'}. ` +
      'The result may come from another version of Safe Aug; learn again, or export with the version that wrote it.',
  );
}
