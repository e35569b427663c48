import type { Profile } from '../protocol/vocabulary';
import { registry } from './registry';
import type { Transform } from './transform';

export interface PoolOptions {
  /** Names as in Albumentations, in the order of the pool. Default: the paper's 15 in the paper's order. */
  readonly names?: readonly string[];
  readonly profile: Profile;
  /** The working side in pixels; crop sides follow from it. */
  readonly size: number;
}

/** Makes the candidate transforms of a run. Throws an Error that says what to do for an unknown or repeated name. */
export function createPool({ names = paperNames, profile, size }: PoolOptions): Transform[] {
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw new Error(`The pool names ${repeated} twice. Name every transform once.`);
  return names.map((name) => {
    const definition = registry.find((entry) => entry.name === name);
    if (!definition) throw new Error(unknownName(name));
    return definition.create({ profile, size });
  });
}

const paperNames = registry.map(({ name }) => name);

function unknownName(name: string): string {
  const known = registry.map((definition) => definition.name);
  const distances = known.map((candidate) => editDistance(name.toLowerCase(), candidate.toLowerCase()));
  const nearest = known[distances.indexOf(Math.min(...distances))];
  return `There is no transform named ${JSON.stringify(name)}. Did you mean ${nearest}? Known: ${known.join(', ')}.`;
}

/** Levenshtein's distance: the fewest insertions, deletions and replacements of one character. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[j] + 1, current[j - 1] + 1));
    }
    previous = current;
  }
  return previous[b.length];
}
