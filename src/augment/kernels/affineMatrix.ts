/** Row-major 2 × 3 matrix: x' = m0·x + m1·y + m2, y' = m3·x + m4·y + m5. */
export type AffineMatrix = readonly [number, number, number, number, number, number];

/**
 * Rotation by `angle` degrees (counter-clockwise on the screen) and scaling about a centre, from source to destination: OpenCV's
 * getRotationMatrix2D, with the centre rounded to float32 as there.
 */
export function rotationMatrix(centerX: number, centerY: number, angle: number, scale: number): AffineMatrix {
  const cx = Math.fround(centerX);
  const cy = Math.fround(centerY);
  const radians = (angle * Math.PI) / 180;
  const a = scale * Math.cos(radians);
  const b = scale * Math.sin(radians);
  return [a, b, (1 - a) * cx - b * cy, -b, a, b * cx + (1 - a) * cy];
}

/** Moves what a matrix gives by (x, y) pixels. */
export function translated([a, b, c, d, e, f]: AffineMatrix, x: number, y: number): AffineMatrix {
  return [a, b, c + x, d, e, f + y];
}

/** The inverse in OpenCV's order of operations; all zero for a singular matrix. */
export function invertAffine([a, b, c, d, e, f]: AffineMatrix): AffineMatrix {
  const determinant = a * e - b * d;
  const factor = determinant !== 0 ? 1 / determinant : 0;
  const a11 = e * factor;
  const a22 = a * factor;
  const a12 = -b * factor;
  const a21 = -d * factor;
  return [a11, a12, -a11 * c - a12 * f, a21, a22, -a21 * c - a22 * f];
}
