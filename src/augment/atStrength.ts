import { drawingUpTo } from './defineTransform';
import type { Strength, Transform } from './transform';

/** The transform with strengths drawn up to `value`; at the default value it is the transform itself, draw for draw. Throws where it has no strength. */
export function upToStrength(transform: Transform, value: number): Transform {
  return { ...transform, ...drawingUpTo(strengthOf(transform), value) };
}

/** The transform at exactly this strength, whose direction or place alone is drawn: to look at. Throws where it has no strength. */
export function exactlyAtStrength(transform: Transform, value: number): Transform {
  const strength = strengthOf(transform);
  return {
    ...transform,
    settings: strength.settings(value),
    sample: (random, shape) => strength.sampleExactly(value, random, shape),
  };
}

function strengthOf({ name, strength }: Transform): Strength {
  if (strength === undefined) throw new Error(`${name} has no strength: it is applied or not.`);
  return strength;
}
