import type { Family } from '../protocol/vocabulary';
import type { Transform, TransformContext, TransformDefinition } from './transform';

/** Joins a transform's name and family, said once, to what its factory makes. */
export function defineTransform<Params>(
  name: string,
  family: Family,
  create: (context: TransformContext) => Omit<Transform<Params>, 'name' | 'family'>,
): TransformDefinition {
  return { name, family, create: (context) => ({ name, family, ...create(context) }) };
}

/** The parameters of a transform that draws nothing. */
export type NoParams = Readonly<Record<string, never>>;

export const noParams: NoParams = {};
