import { reflect101 } from './reflect101';

/**
 * Bilinear warp into a picture of the same size. (m0..m5) leads from destination to source; positions are kept in 1/1024 pixel, as
 * sums of a part per row and a part per column (`columns` has room for 8 · width bytes), and used in 1/32.
 * `fill` < 0: the picture is mirrored beyond its borders; else pixels outside have this gray level.
 */
export function warpAffine(
  source: usize,
  target: usize,
  height: i32,
  width: i32,
  channels: i32,
  m0: f64,
  m1: f64,
  m2: f64,
  m3: f64,
  m4: f64,
  m5: f64,
  fill: i32,
  columns: usize,
): void {
  for (let x = 0; x < width; x++) {
    store<i32>(columns + 8 * x, nearest<f64>(m0 * (x as f64) * 1024.0) as i32);
    store<i32>(columns + 8 * x, nearest<f64>(m3 * (x as f64) * 1024.0) as i32, 4);
  }
  const stride = width * channels;
  const end = columns + 8 * width;
  for (let y = 0; y < height; y++) {
    const rowX = (nearest<f64>((m1 * (y as f64) + m2) * 1024.0) as i32) + 16;
    const rowY = (nearest<f64>((m4 * (y as f64) + m5) * 1024.0) as i32) + 16;
    // Along a row both coordinates rise or fall steadily, so the columns with all four neighbours inside are one run.
    let first = columns;
    while (first < end && !isInside(first, rowX, rowY, height, width)) first += 8;
    let last = end;
    while (last > first && !isInside(last - 8, rowX, rowY, height, width)) last -= 8;
    warpOutside(source, target, columns, first, rowX, rowY, height, width, channels, fill);
    target += ((first - columns) >> 3) * channels;
    warpInside(source, target, first, last, rowX, rowY, stride, channels);
    target += ((last - first) >> 3) * channels;
    warpOutside(source, target, last, end, rowX, rowY, height, width, channels, fill);
    target += ((end - last) >> 3) * channels;
  }
}

function isInside(column: usize, rowX: i32, rowY: i32, height: i32, width: i32): boolean {
  const x = (rowX + load<i32>(column)) >> 10;
  const y = (rowY + load<i32>(column, 4)) >> 10;
  return x >= 0 && y >= 0 && x < width - 1 && y < height - 1;
}

/** Columns whose four neighbours all lie inside: two of them are eight bytes or less, paired by channel and weighted at once. */
function warpInside(
  source: usize,
  target: usize,
  column: usize,
  end: usize,
  rowX: i32,
  rowY: i32,
  stride: i32,
  channels: i32,
): void {
  const pairs =
    channels === 3
      ? i8x16(0, -1, 3, -1, 1, -1, 4, -1, 2, -1, 5, -1, -1, -1, -1, -1)
      : i8x16(0, -1, 1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1);
  const lowestBytes = i8x16(0, 4, 8, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1);
  const rounding = i32x4.splat(512);
  for (; column < end; column += 8) {
    const x = (rowX + load<i32>(column)) >> 5;
    const y = (rowY + load<i32>(column, 4)) >> 5;
    const address = source + (y >> 5) * stride + (x >> 5) * channels;
    const weightsX = i32x4.splat(32 + (x & 31) * 0xffff);
    const weightsY = i32x4.splat(32 + (y & 31) * 0xffff);
    const top = i32x4.dot_i16x8_s(i8x16.swizzle(v128.load64_zero(address), pairs), weightsX);
    const bottom = i32x4.dot_i16x8_s(i8x16.swizzle(v128.load64_zero(address + stride), pairs), weightsX);
    const both = v128.or(top, i32x4.shl(bottom, 16));
    const sum = i32x4.shr_u(i32x4.add(i32x4.dot_i16x8_s(both, weightsY), rounding), 10);
    v128.store32_lane(target, i8x16.swizzle(sum, lowestBytes), 0);
    target += channels;
  }
}

/** Columns some of whose neighbours lie outside: each neighbour is looked up where it is mirrored to. */
function warpOutside(
  source: usize,
  target: usize,
  column: usize,
  end: usize,
  rowX: i32,
  rowY: i32,
  height: i32,
  width: i32,
  channels: i32,
  fill: i32,
): void {
  for (; column < end; column += 8) {
    const positionX = (rowX + load<i32>(column)) >> 5;
    const positionY = (rowY + load<i32>(column, 4)) >> 5;
    const x = positionX >> 5;
    const y = positionY >> 5;
    const fx = positionX & 31;
    const fy = positionY & 31;
    const left = source + reflect101(x, width) * channels;
    const right = source + reflect101(x + 1, width) * channels;
    const upper = reflect101(y, height) * width * channels;
    const lower = reflect101(y + 1, height) * width * channels;
    for (let c = 0; c < channels; c++) {
      let upperLeft: i32 = load<u8>(left + upper + c);
      let upperRight: i32 = load<u8>(right + upper + c);
      let lowerLeft: i32 = load<u8>(left + lower + c);
      let lowerRight: i32 = load<u8>(right + lower + c);
      if (fill >= 0) {
        if (isOutside(x, y, height, width)) upperLeft = fill;
        if (isOutside(x + 1, y, height, width)) upperRight = fill;
        if (isOutside(x, y + 1, height, width)) lowerLeft = fill;
        if (isOutside(x + 1, y + 1, height, width)) lowerRight = fill;
      }
      const top = (32 - fx) * upperLeft + fx * upperRight;
      const bottom = (32 - fx) * lowerLeft + fx * lowerRight;
      store<u8>(target + c, (((32 - fy) * top + fy * bottom + 512) >> 10) as u8);
    }
    target += channels;
  }
}

function isOutside(x: i32, y: i32, height: i32, width: i32): boolean {
  return x < 0 || y < 0 || x >= width || y >= height;
}
