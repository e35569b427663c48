import type { Mask } from '../image';

/** Nearest-neighbour resize to `height` × `width`; equal to OpenCV's `resize(INTER_NEAREST)`, which samples without a half-pixel centre. */
export function resizeNearest(mask: Mask, height: number, width: number): Mask {
  const columns = nearestIndices(mask.width, width);
  const rows = nearestIndices(mask.height, height);
  const output = new Uint8Array(height * width);
  let o = 0;
  for (let y = 0; y < height; y++) {
    const start = rows[y] * mask.width;
    for (let x = 0; x < width; x++) output[o++] = mask.data[start + columns[x]];
  }
  return { data: output, height, width };
}

function nearestIndices(source: number, target: number): Int32Array {
  const scale = 1 / (target / source);
  return Int32Array.from({ length: target }, (_, i) => Math.min(Math.floor(i * scale), source - 1));
}
