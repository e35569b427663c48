import type { Image } from '../../augment/image';
import { encodeWebp } from '../../data/encodeWebp';
import { type Marks, plantMarks } from '../../data/feed/draws/marks';
import { createRandom } from '../../random/random';
import { ladderPlans } from './ladders';

export type LadderName = keyof typeof ladderPlans;

/** Files of a rung's two sides, relative to the run folder. */
export function pictureNames(ladder: LadderName, strength: number): readonly [string, string] {
  return ladder === 'appearance'
    ? ['previews/control-unmarked.webp', `previews/control-appearance-${strength}.webp`]
    : [`previews/control-orientation-${strength}.webp`, `previews/control-orientation-${strength}-mirrored.webp`];
}

const unmarked: Marks = { pattern: 0, glyph: 0, mirrored: false };

/** Saves one picture with every mark at every strength, at working size, for people to see how faint they are. */
export async function saveControlPictures(
  image: Image,
  seed: number,
  save: (name: string, content: Uint8Array) => Promise<void>,
): Promise<void> {
  // The same place for the glyph in all of them.
  const saveMarked = async (name: string, marks: Marks): Promise<void> =>
    save(name, await encodeWebp(plantMarks(image, marks, createRandom(seed, 'control picture'))));
  for (const strength of ladderPlans.appearance.strengths) {
    const [without, withPattern] = pictureNames('appearance', strength);
    await saveMarked(without, unmarked);
    await saveMarked(withPattern, { ...unmarked, pattern: strength });
  }
  for (const strength of ladderPlans.orientation.strengths) {
    const [drawn, mirrored] = pictureNames('orientation', strength);
    await saveMarked(drawn, { ...unmarked, glyph: strength });
    await saveMarked(mirrored, { ...unmarked, glyph: strength, mirrored: true });
  }
}
