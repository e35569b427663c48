import type { Family } from '../protocol/vocabulary';
import type { Strength, Transform, TransformContext, TransformDefinition } from './transform';

/** What a factory makes: a transform with a strength takes settings and draws from it, at the default value. */
type Made<Params> =
  | Omit<Transform<Params>, 'name' | 'family' | 'strength'>
  | (Omit<Transform<Params>, 'name' | 'family' | 'settings' | 'sample' | 'sampleEffective'> & {
      readonly strength: Strength<Params>;
    });

/** Joins a transform's name and family, said once, to what its factory makes. */
export function defineTransform<Params>(
  name: string,
  family: Family,
  create: (context: TransformContext) => Made<Params>,
): TransformDefinition {
  return {
    name,
    family,
    create: (context) => {
      const made = create(context);
      return 'strength' in made
        ? { name, family, ...made, ...drawingUpTo(made.strength, made.strength.default) }
        : { name, family, ...made };
    },
  };
}

/** Settings and draws of a transform at some strength. */
export function drawingUpTo<Params>(
  strength: Strength<Params>,
  value: number,
): Pick<Transform<Params>, 'settings' | 'sample'> {
  return {
    settings: strength.settings(value),
    sample: (random, shape) => strength.sample(value, random, shape),
  };
}

/** The parameters of a transform that draws nothing. */
export type NoParams = Readonly<Record<string, never>>;

export const noParams: NoParams = {};
