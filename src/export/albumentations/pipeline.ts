import type { JudgedSet, JudgedTransform } from '../judgedSet';
import { paperNote } from '../paperProfile';
import { safeTransforms } from '../safeTransforms';
import type { AlbumentationsVersion } from '../target';
import type { Node } from './node';
import { equivalentOf, linear, nearest } from './transforms';

/**
 * The safe set as Compose over SomeOf: `use.subsetSize` of the transforms are chosen, each runs with its own p (as SomeOf does
 * from 2.0.6 on). An empty safe set is an empty Compose, the identity.
 */
export function pipeline(judged: JudgedSet, version: AlbumentationsVersion): Node {
  const children = safeTransforms(judged).map((transform) => child(transform, judged, version));
  const { subsetSize } = judged.use;
  const some: Node = { className: 'SomeOf', p: 1, arguments: { n: subsetSize, replace: false }, children };
  return { className: 'Compose', p: 1, arguments: {}, children: children.length > 0 ? [some] : [] };
}

function child(transform: JudgedTransform, { use, settings }: JudgedSet, version: AlbumentationsVersion): Node {
  const { size, profile } = settings;
  const { resize, ...equivalent } = equivalentOf(transform, { profile, version });
  const note = profile === 'paper' ? paperNote(transform.name) : null;
  const notes = note ? [note] : [];
  if (!resize) return { ...equivalent, p: use.p, notes };
  const back: Node = {
    className: 'Resize',
    p: 1,
    arguments: { height: size, width: size, interpolation: linear, mask_interpolation: nearest },
  };
  // The Sequential carries the probability, so that a crop is never left without its resize; its own default would be 0.5.
  return { className: 'Sequential', p: use.p, arguments: {}, children: [{ ...equivalent, p: 1 }, back], notes };
}

/** All notes in a tree, in reading order. */
export function notesOf({ notes = [], children = [] }: Node): string[] {
  return [...notes, ...children.flatMap(notesOf)];
}
