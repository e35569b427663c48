/**
 * Moving pixels without changing them. All kernels work in whole vectors and may write up to 15 bytes behind the part of the target that
 * they have reached: rows are made in ascending order, so the next row repairs it, and behind the last one there is room.
 */

/** Copies `count` rows of `length` bytes to one place; from row to row the source moves by `step` bytes. */
export function copyRows(source: usize, step: i32, target: usize, length: i32, count: i32): void {
  for (let y = 0; y < count; y++) {
    for (let i = 0; i < length; i += 16) v128.store(target + i, v128.load(source + i));
    source += step;
    target += length;
  }
}

/** Reverses the order of pixels in `count` rows of `width` RGB pixels, five (15 bytes) at a time. */
export function reverseRowsRgb(source: usize, target: usize, width: i32, count: i32): void {
  // Of the 16 bytes that end with the last of five pixels, the first belongs to another pixel.
  const reversed = i8x16(13, 14, 15, 10, 11, 12, 7, 8, 9, 4, 5, 6, 1, 2, 3, 0);
  const stride = 3 * width;
  for (let y = 0; y < count; y++) {
    let from = source + stride - 16;
    for (let i = 0; i < stride; i += 15) {
      v128.store(target + i, i8x16.swizzle(v128.load(from), reversed));
      from -= 15;
    }
    source += stride;
    target += stride;
  }
}

/** Reverses the order of pixels in `count` rows of `width` gray pixels. */
export function reverseRowsGray(source: usize, target: usize, width: i32, count: i32): void {
  const reversed = i8x16(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
  for (let y = 0; y < count; y++) {
    let from = source + width - 16;
    for (let i = 0; i < width; i += 16) {
      v128.store(target + i, i8x16.swizzle(v128.load(from), reversed));
      from -= 16;
    }
    source += width;
    target += width;
  }
}

/**
 * Fills height × width RGB pixels from the source, which moves by `rowStep` bytes from row to row and by `columnStep` from pixel to
 * pixel. Each pixel is moved as four bytes, the fourth of which the next one overwrites.
 */
export function gatherRgb(source: usize, target: usize, height: i32, width: i32, rowStep: i32, columnStep: i32): void {
  for (let y = 0; y < height; y++) {
    let from = source;
    for (let x = 0; x < width; x++) {
      store<u32>(target, load<u32>(from));
      from += columnStep;
      target += 3;
    }
    source += rowStep;
  }
}

/** As gatherRgb, for one byte per pixel. */
export function gatherGray(source: usize, target: usize, height: i32, width: i32, rowStep: i32, columnStep: i32): void {
  for (let y = 0; y < height; y++) {
    let from = source;
    for (let x = 0; x < width; x++) {
      store<u8>(target, load<u8>(from));
      from += columnStep;
      target++;
    }
    source += rowStep;
  }
}
