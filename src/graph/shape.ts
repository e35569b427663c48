import type { Shape } from './tensor';

/** The shapes given to an operation do not fit together; the message names the operation and all of them. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
}

/** How shapes are written in messages: [64, 3, 29, 29]. */
export function formatShape(shape: Shape): string {
  return `[${shape.join(', ')}]`;
}

/** How many elements a tensor of this shape has; 1 for a scalar. */
export function sizeOf(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

/**
 * The shape of an element-by-element result, by NumPy's rule: shapes are aligned at their last axis, and a missing or
 * 1-sized axis is repeated.
 * @throws ShapeError when an axis differs and neither side is 1.
 */
export function broadcastShapes(operation: string, a: Shape, b: Shape): Shape {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, axis) => {
    const left = a[axis - rank + a.length] ?? 1;
    const right = b[axis - rank + b.length] ?? 1;
    if (left !== right && left !== 1 && right !== 1) {
      throw new ShapeError(`${operation}: ${formatShape(a)} and ${formatShape(b)} cannot be broadcast together.`);
    }
    return left === 1 ? right : left;
  });
}

/**
 * Checks the number of axes.
 * @throws ShapeError otherwise.
 */
export function requireRank(operation: string, what: string, shape: Shape, rank: number): void {
  if (shape.length !== rank) {
    throw new ShapeError(`${operation}: ${what} ${formatShape(shape)} has ${shape.length} axes instead of ${rank}.`);
  }
}

/**
 * Checks that two shapes are equal.
 * @throws ShapeError otherwise.
 */
export function requireSameShape(operation: string, whatA: string, a: Shape, whatB: string, b: Shape): void {
  if (!sameShape(a, b)) {
    throw new ShapeError(`${operation}: ${whatA} ${formatShape(a)} and ${whatB} ${formatShape(b)} differ.`);
  }
}

/**
 * Checks that an axis exists; there are no negative axes.
 * @throws ShapeError otherwise.
 */
export function requireAxis(operation: string, shape: Shape, axis: number): void {
  if (!Number.isInteger(axis) || axis < 0 || axis >= shape.length) {
    throw new ShapeError(`${operation}: ${formatShape(shape)} has no axis ${axis}.`);
  }
}
