import { reflect101 } from './reflect101';

/**
 * For each of tilesX × tilesY tiles, row by row, its table of 256 levels. Tiles beyond the plane see its mirror image. Pixels over `limit` in a bin
 * are shared out among all bins. `histogram` has room for 256 × i32.
 */
export function claheTables(
  plane: usize,
  height: i32,
  width: i32,
  tileHeight: i32,
  tileWidth: i32,
  tilesY: i32,
  tilesX: i32,
  limit: i32,
  tables: usize,
  histogram: usize,
): void {
  const area = tileHeight * tileWidth;
  for (let tileY = 0; tileY < tilesY; tileY++) {
    for (let tileX = 0; tileX < tilesX; tileX++) {
      for (let i = 0; i < 1024; i += 16) v128.store(histogram + i, i32x4.splat(0));
      let excess = 0;
      for (let y = tileY * tileHeight; y < (tileY + 1) * tileHeight; y++) {
        const row = plane + reflect101(y, height) * width;
        for (let x = tileX * tileWidth; x < (tileX + 1) * tileWidth; x++) {
          const bin = histogram + 4 * load<u8>(row + reflect101(x, width));
          const count = load<i32>(bin);
          if (count < limit) store<i32>(bin, count + 1);
          else excess++;
        }
      }
      spread(histogram, excess & 255);
      accumulate(histogram, excess >> 8, area, tables);
      tables += 256;
    }
  }
}

/** Adds 1 to `rest` bins at equal distances from the first on. */
function spread(histogram: usize, rest: i32): void {
  if (rest === 0) return;
  const step = 4 * (256 / rest);
  for (; rest > 0; rest--) {
    store<i32>(histogram, load<i32>(histogram) + 1);
    histogram += step;
  }
}

/** The table of one tile: cumulative counts times 255 / area in float32, rounded to the nearest integer; four at a time. */
function accumulate(histogram: usize, share: i32, area: i32, table: usize): void {
  const shares = i32x4.splat(share);
  const scale = f32x4.splat((255 as f32) / (area as f32));
  let count = i32x4.splat(0);
  for (let end = table + 256; table < end; table += 4) {
    // Within the four: each plus its left neighbour, then plus the sum two places to the left.
    let sums = i32x4.add(v128.load(histogram), shares);
    sums = i32x4.add(sums, v128.shuffle<i32>(i32x4.splat(0), sums, 3, 4, 5, 6));
    sums = i32x4.add(sums, v128.shuffle<i32>(i32x4.splat(0), sums, 2, 3, 4, 5));
    sums = i32x4.add(sums, count);
    count = v128.shuffle<i32>(sums, sums, 3, 3, 3, 3);
    v128.store32_lane(table, roundedBytes(f32x4.mul(f32x4.convert_i32x4_s(sums), scale)), 0);
    histogram += 16;
  }
}

/**
 * Replaces every value by a blend of the tables of the four nearest tiles, in float32 steps. Between the centres of four tiles lies a
 * cell; `cells` has room for (tilesY + 1) · (tilesX + 1) · 1024 bytes: for each cell and level the four tables' entries side by side.
 * `columns` has room for 12 · (width + 4) bytes.
 */
export function claheBlend(
  plane: usize,
  target: usize,
  height: i32,
  width: i32,
  tileHeight: i32,
  tileWidth: i32,
  tilesY: i32,
  tilesX: i32,
  tables: usize,
  cells: usize,
  columns: usize,
): void {
  fillCells(tables, tilesY, tilesX, cells);
  const padded = (width + 3) & ~3;
  const leftShares = columns + 4 * padded;
  const rightShares = leftShares + 4 * padded;
  const inverseWidth: f32 = (1 as f32) / (tileWidth as f32);
  for (let x = 0; x < padded; x++) {
    const position: f32 = (min<i32>(x, width - 1) as f32) * inverseWidth - (0.5 as f32);
    const tile = floor<f32>(position);
    store<i32>(columns + 4 * x, ((tile as i32) + 1) << 10);
    store<f32>(leftShares + 4 * x, (1 as f32) - (position - tile));
    store<f32>(rightShares + 4 * x, position - tile);
  }
  const inverseHeight: f32 = (1 as f32) / (tileHeight as f32);
  for (let y = 0; y < height; y++) {
    const position: f32 = (y as f32) * inverseHeight - (0.5 as f32);
    const tile = floor<f32>(position);
    const lowerShare: f32 = position - tile;
    blendRow(
      plane + y * width,
      target + y * width,
      width,
      cells + ((((tile as i32) + 1) * (tilesX + 1)) << 10),
      columns,
      leftShares,
      rightShares,
      f32x4.splat((1 as f32) - lowerShare),
      f32x4.splat(lowerShare),
    );
  }
}

/** Cell (y, x) lies between tiles y − 1 and y, x − 1 and x; at the rim a tile is its own neighbour. */
function fillCells(tables: usize, tilesY: i32, tilesX: i32, cells: usize): void {
  for (let y = 0; y <= tilesY; y++) {
    const upper = tables + ((max<i32>(y - 1, 0) * tilesX) << 8);
    const lower = tables + ((min<i32>(y, tilesY - 1) * tilesX) << 8);
    for (let x = 0; x <= tilesX; x++) {
      const left = max<i32>(x - 1, 0) << 8;
      const right = min<i32>(x, tilesX - 1) << 8;
      interleave(upper + left, upper + right, lower + left, lower + right, cells);
      cells += 1024;
    }
  }
}

/** Four tables of 256 bytes to one of 256 × 4. */
function interleave(a: usize, b: usize, c: usize, d: usize, target: usize): void {
  for (let i = 0; i < 256; i += 16) {
    const ab = interleaveLow(v128.load(a + i), v128.load(b + i));
    const cd = interleaveLow(v128.load(c + i), v128.load(d + i));
    const abHigh = interleaveHigh(v128.load(a + i), v128.load(b + i));
    const cdHigh = interleaveHigh(v128.load(c + i), v128.load(d + i));
    v128.store(target, v128.shuffle<u16>(ab, cd, 0, 8, 1, 9, 2, 10, 3, 11));
    v128.store(target, v128.shuffle<u16>(ab, cd, 4, 12, 5, 13, 6, 14, 7, 15), 16);
    v128.store(target, v128.shuffle<u16>(abHigh, cdHigh, 0, 8, 1, 9, 2, 10, 3, 11), 32);
    v128.store(target, v128.shuffle<u16>(abHigh, cdHigh, 4, 12, 5, 13, 6, 14, 7, 15), 48);
    target += 64;
  }
}

function interleaveLow(a: v128, b: v128): v128 {
  return v128.shuffle<u8>(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}

function interleaveHigh(a: v128, b: v128): v128 {
  return v128.shuffle<u8>(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
}

/** Four pixels at a time. */
function blendRow(
  row: usize,
  target: usize,
  width: i32,
  cells: usize,
  columns: usize,
  leftShares: usize,
  rightShares: usize,
  upperShare: v128,
  lowerShare: v128,
): void {
  const byte = i32x4.splat(255);
  for (let x = 0; x < width; x += 4) {
    const column = columns + 4 * x;
    let entries = v128.load32_zero(cells + load<i32>(column) + 4 * load<u8>(row + x));
    entries = v128.load32_lane(cells + load<i32>(column, 4) + 4 * load<u8>(row + x, 1), entries, 1);
    entries = v128.load32_lane(cells + load<i32>(column, 8) + 4 * load<u8>(row + x, 2), entries, 2);
    entries = v128.load32_lane(cells + load<i32>(column, 12) + 4 * load<u8>(row + x, 3), entries, 3);
    const left = v128.load(leftShares + 4 * x);
    const right = v128.load(rightShares + 4 * x);
    const upper = f32x4.add(
      f32x4.mul(f32x4.convert_i32x4_s(v128.and(entries, byte)), left),
      f32x4.mul(f32x4.convert_i32x4_s(v128.and(i32x4.shr_u(entries, 8), byte)), right),
    );
    const lower = f32x4.add(
      f32x4.mul(f32x4.convert_i32x4_s(v128.and(i32x4.shr_u(entries, 16), byte)), left),
      f32x4.mul(f32x4.convert_i32x4_s(i32x4.shr_u(entries, 24)), right),
    );
    const blended = f32x4.add(f32x4.mul(upper, upperShare), f32x4.mul(lower, lowerShare));
    v128.store32_lane(target + x, roundedBytes(blended), 0);
  }
}

/** Four float32 in 0..256 to bytes, the lowest four: nearest integers (ties to even), at most 255. */
function roundedBytes(values: v128): v128 {
  // Beside 1.5 · 2^23 there is no room for fractions, and the integer stands in the lowest bits.
  const integers = v128.and(f32x4.add(values, f32x4.splat(12582912)), i32x4.splat(0xffff));
  const words = i16x8.narrow_i32x4_s(integers, integers);
  return i8x16.narrow_i16x8_u(words, words);
}
