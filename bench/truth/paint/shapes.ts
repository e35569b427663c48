/** Whether a shape covers the point (x, y), measured from its centre in units of its radius. */
export type Shape = (x: number, y: number) => boolean;

const distance = (x: number, y: number): number => Math.hypot(x, y);

/** Shapes that look the same in all eight orientations, so that turning a picture never changes what it shows. */
export const disc: Shape = (x, y) => distance(x, y) < 1;
export const ring: Shape = (x, y) => distance(x, y) < 1 && distance(x, y) > 0.55;
export const square: Shape = (x, y) => Math.abs(x) < 0.9 && Math.abs(y) < 0.9;
export const cross: Shape = (x, y) =>
  (Math.abs(x) < 0.3 && Math.abs(y) < 1.05) || (Math.abs(y) < 0.3 && Math.abs(x) < 1.05);

/** The letter J: its mirror image is an L, and no turn makes one of the other. */
export const hook: Shape = (x, y) =>
  (x > 0.15 && x < 0.6 && y > -1 && y < 1) || (x > -0.6 && x <= 0.15 && y > 0.55 && y < 1);
